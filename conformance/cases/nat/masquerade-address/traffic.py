from sides import *

t = Sides(__file__)
FAR = "10.2.0.2", "10.3.0.9", "192.0.2.1", "198.51.100.1", "203.0.113.1", "10.5.0.2"
for to in FAR:
    t.left(datagram(L, to))
t.left(segment(L, R, 3001, 80, "S"))
t.right(segment(R, "10.2.0.1", 80, 3001, "SA", 9, 1))
t.left(ipv4("0.0.0.0", R, UDP, udp("0.0.0.0", R, 4000, 5000)))
# 1 s: one address of r1 goes, 203.0.113.0/24 is now behind r2.
t.wait(1)
for to in FAR:
    t.left(datagram(L, to))
    t.left(datagram(L, to))
# 3 s: r1 goes down and comes back.
t.wait(2)
for to in FAR[:3]:
    t.left(datagram(L, to))
t.right(segment(R, "10.2.0.1", 80, 3001, "A", 10, 1))
t.left(segment(L, R, 3001, 80, "A", 1, 10))
t.write()
