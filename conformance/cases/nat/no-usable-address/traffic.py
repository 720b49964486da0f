from sides import *

t = Sides(__file__)
t.left(datagram(L, R, 4000, 53))
t.left(segment(L, R, 4000, 80, "S"))
t.left(segment(L, R, 4000, 81, "S"))
t.left(datagram(L, R))
t.left(datagram(L, R))
t.left(echo(L, R))
t.right(ipv4(R, "10.2.0.1", ICMP, icmp(0, 0, 1, 1)))
# 0.5 s: r1 has addresses, r0 none; 1.5 s: both, those of r0 for its own link only, but for one that is not its first.
for _ in range(2):
    t.wait(1)
    t.left(datagram(L, R))
    t.left(datagram(L, R, 4000, 53))
    t.left(segment(L, R, 4000, 80, "S"))
    t.left(segment(L, R, 4000, 81, "S"))
# 2.5 s: r1 has none again, but r0.
t.wait(1)
t.left(datagram(L, R, 4001))
t.left(segment(L, R, 4001, 81, "S"))
t.write()
