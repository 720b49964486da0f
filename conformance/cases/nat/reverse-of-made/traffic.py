from sides import *

t = Sides(__file__)
for port in (2, 3, 4):
    t.right(datagram(R, "10.1.0.3", port, 1))
t.right(datagram(R, L, 2, 78))
t.right(datagram(R, L, 5, 78))
t.right(segment(R, "10.1.0.3", 2, 1, "S", 1))
t.left(datagram("10.1.0.3", R, 1, 2))
t.right(datagram("10.2.0.9", "10.2.0.8", 7, 8))
t.write()
