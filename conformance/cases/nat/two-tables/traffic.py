from sides import *

t = Sides(__file__)
t.left(datagram(L, "10.1.0.1", 9000, 80))
t.right(datagram(R, "10.2.0.50", 8080, 9000))
t.left(datagram(L, "10.1.0.1", 9000, 80))
# 9000 is taken for 10.2.0.2:8080 now: 9001; then nothing is left.
t.left(datagram(L, "10.1.0.1", 9000, 81))
t.left(datagram(L, "192.0.2.1", 9000, 81))
t.left(datagram(L, "192.0.2.1", 9002, 82))
t.left(datagram(L, R, 9003, 82))
t.left(datagram("10.1.0.3", "192.0.2.1", 9004, 83))
t.left(datagram(L, "10.1.0.1", 83, 9004))
t.left(datagram(L, "192.0.2.1", 9005, 83))
# Somebody comes from what a connection looks like from outside, and to what it looks like from inside.
t.right(datagram(R, "10.2.0.50", 8080, 9001))
t.right(datagram(R, L, 8080, 9000))
t.left(datagram("10.1.0.3", R, 9000, 8080))
t.write()
