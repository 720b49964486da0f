from sides import *

t = Sides(__file__)
for dport in 6100, 6101, 6149, 6150, 6199:
    t.left(segment(L, "10.1.0.1", 4000, dport, "S"))
    t.left(datagram(L, "10.1.0.1", 4000, dport))
t.left(segment(L, "192.0.2.1", 4000, 6149, "S"))
for sport in 8000, 8003, 4000, 4001, 4011, 65535:
    t.left(segment(L, R, sport, 80, "S"))
    t.left(datagram(L, R, sport, 53))
    t.left(datagram("10.1.0.3", R, sport, 53))
t.write()
