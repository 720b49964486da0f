from sides import *

t = Sides(__file__)
t.left(segment(L, "192.0.2.1", 4000, 53, "S", 1000))
t.left(segment(L, "192.0.2.1", 4000, 53, "S", 1000))
t.left(segment(L, "10.1.0.1", 4001, 53, "S", 1000))
t.left(datagram(L, "192.0.2.1", 4000, 53))
t.left(segment(L, "192.0.2.1", 4002, 53, "S", 1000))
t.left(segment(L, "192.0.2.1", 4002, 53, "R", 1001))
t.write()
