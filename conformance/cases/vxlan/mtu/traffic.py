from frames import *

A, B = "02:00:00:00:00:0a", "02:00:00:00:00:0b"
HERE, THERE = "10.1.0.1", "10.1.0.2"
t = Traffic(__file__)


def packet(bytes_, **fields):
    return datagram(HERE, THERE, payload=bytes(bytes_ - 28), **fields)


t.send("c1:eth0", ethernet(B, A, IPV4, packet(1450)))
t.send("c1:eth0", ethernet(B, A, IPV4, packet(1451)))
t.send("c1:eth0", ethernet(B, A, IPV4, packet(1500)))
t.send("c1:eth0", ethernet(B, A, IPV4, packet(1451, flags=0)))
t.send("c1:eth0", ethernet(B, A, IPV4, packet(1500, flags=0, ttl=1)))
t.send("c1:eth0", ethernet(BROADCAST, A, IPV4, datagram(HERE, "255.255.255.255", payload=bytes(1450))))
t.send("c1:eth0", ethernet(B, A, LOCAL, bytes(1500)))
error = icmp(3, 1, 0, 0, packet(1472))
t.send("c1:eth0", ethernet(B, A, IPV4, ipv4(HERE, THERE, ICMP, error)))
for tunnel in ("vx1", "vx2"):
    t.send("h1:" + tunnel, ethernet(B, A, IPV4, packet(1450)))
    t.send("h1:" + tunnel, ethernet(B, A, IPV4, packet(1451)))
    t.send("h1:" + tunnel, ethernet(B, A, LOCAL, bytes(1451)))
t.write()
