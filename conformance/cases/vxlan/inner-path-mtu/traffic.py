from frames import *

t = Traffic(__file__)
ROUTER, LEFT = "02:00:00:00:01:02", "02:00:00:00:02:01"


def left(packet):
    t.send("left:eth0", ethernet(ROUTER, LEFT, IPV4, packet))


def forwarded(to, size, flags=0):
    left(datagram("10.9.0.2", to, payload=bytes(size - 28), flags=flags, ident=size))


def answered(to, size):
    """h1 answers, and by way of the tunnel."""
    left(echo(to, "10.9.0.1", payload=bytes(size - 28), flags=0, ident=size))


for to in ("10.1.0.2", "10.2.0.2", "10.3.0.2", "10.4.0.2"):
    answered(to, 1400)
    answered(to, 1480)
    answered(to, 1480)
    forwarded(to, 1480)
    forwarded(to, 1480, DF)
for to in ("10.1.0.3", "10.2.0.3", "10.3.0.3", "10.5.0.2"):
    forwarded(to, 1480)
    forwarded(to, 1480, DF)
    answered(to, 1480)
t.send("h1:@ip", datagram("10.1.0.1", "10.1.0.2", payload=bytes(1452)))
t.send("h1:@ip", datagram("10.1.0.1", "10.1.0.2", payload=bytes(1452), flags=0))
t.send("h1:@ip", datagram("10.2.0.1", "10.2.0.3", payload=bytes(1400)))
t.send("h1:@ip", datagram("10.2.0.1", "10.2.0.3", payload=bytes(1452)))
t.write()
