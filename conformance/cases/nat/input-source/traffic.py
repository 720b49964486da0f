from sides import *

t = Sides(__file__)
for host in 2, 3:
    t.left(echo("10.1.0.%d" % host, "10.1.0.1", ident=3))
    t.left(echo("10.1.0.%d" % host, "10.2.0.1", ident=3, sequence=2))
    t.left(datagram("10.1.0.%d" % host, "10.1.0.1", 4000, 53))
    t.left(datagram("10.1.0.%d" % host, "10.1.0.1", 4000, 54))
    t.left(segment("10.1.0.%d" % host, "10.1.0.1", 4000, 80, "S", 1000))
    t.left(segment("10.1.0.%d" % host, "10.1.0.1", 4000, 80, "S", 1000))
t.left(error(L, "10.1.0.1", ipv4("10.1.0.1", L, ICMP, icmp(0, 0, 3, 1)), quoted=28))
t.left(ipv4(L, "10.1.0.1", ICMP, icmp(13, 0, 5, 1, bytes(12))))
t.write()
