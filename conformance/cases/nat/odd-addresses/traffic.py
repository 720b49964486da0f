from sides import *

t = Sides(__file__)
for dport in range(1, 9):
    t.left(datagram(L, "10.2.0.2", 4000, dport))
    t.left(datagram(L, "10.1.0.1", 4001, dport))
for dport in 11, 12, 13, 14, 16, 17:
    t.left(datagram(L, R, 4000, dport))
    t.left(datagram("10.1.0.3", R, 4000, dport))
t.left(segment(L, R, 4000, 15, "S"))
t.left(segment("10.1.0.3", R, 4000, 15, "S"))
t.right(datagram(R, "10.2.0.1", 14, 0))
t.left(datagram(L, R, 0, 99))
t.left(datagram("10.1.0.3", R, 0, 14))
t.write()
