from sides import *

t = Sides(__file__)
for host in 2, 3, 4:
    for sport in 1, 511, 512, 1023, 1024, 65535:
        t.left(datagram("10.1.0.%d" % host, R, sport, 5000))
for host in 2, 3:
    t.left(segment("10.1.0.%d" % host, R, 600, 80, "S", seq=1000))
    t.left(ipv4("10.1.0.%d" % host, R, 136, udp("10.1.0.%d" % host, R, 600, 5000, b"lite")))
    t.left(datagram("10.1.0.%d" % host, "10.2.0.3", 600, 5000))
    t.left(echo("10.1.0.%d" % host, R, ident=0))
    t.left(echo("10.1.0.%d" % host, R, ident=0, sequence=2))
    t.left(datagram("10.1.0.%d" % host, R, 4000, 5000))
    t.left(datagram("10.1.0.%d" % host, R, 4000, 5000, ttl=1))
t.write()
