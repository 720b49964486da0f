from sides import *

t = Sides(__file__)
for to in "10.1.0.1", "10.1.0.9", R, "192.0.2.9":
    t.left(datagram(L, to, 4000, 53))
    t.left(segment(L, to, 4000, 80, "S", 1000))
    t.left(datagram(L, to, 4000, 54))
for to in "192.0.2.1", "192.0.2.2", "192.0.2.3":
    t.left(echo(L, to, ident=5))
    t.left(echo(L, to, ident=5, sequence=2))
for dport in 55, 56:
    t.left(datagram(L, "192.0.2.5", 4000, dport))
t.left(ipv4(L, "192.0.2.1", ICMP, icmp(13, 0, 3, 1, bytes(12))))
t.write()
