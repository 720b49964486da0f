from frames import *

A, BRIDGE, TAP0, TAP1, X, Y = ("02:00:00:00:00:%02x" % n for n in (0x0A, 1, 2, 3, 0x55, 0x66))
t = Traffic(__file__)


def send(where, destination, source):
    t.send(where, padded(ethernet(destination, source, LOCAL)))


# Through the bridge behind tap0.
send("host:tap0,in", A, X)
send("a:eth0", X, A)
send("a:eth0", BROADCAST, A)
send("host:tap0,in", BRIDGE, X)
t.send("host:tap0,in", arp_request(X, "10.0.0.55", "10.0.0.10"))
t.send("host:tap0,in", arp_request(X, "10.0.0.55", "10.0.0.1"))
t.send("host:tap0,in", ethernet(A, X, VLAN, vlan(5, LOCAL, bytes(46))))
t.send("host:tap0,in", ethernet(A, X, LOCAL, bytes(1600)))   # longer than the MTU
# To the host itself by tap1, and what is not for it.
t.send("host:tap1,in", arp_request(Y, "10.1.0.2", "10.1.0.1"))
t.send("host:tap1,in", ethernet(TAP1, Y, IPV4, echo("10.1.0.2", "10.1.0.1", payload=b"ping")))
t.send("host:tap1,in", ethernet("02:00:00:00:00:99", Y, IPV4, echo("10.1.0.2", "10.1.0.1")))
t.send("host:tap1,in", b"short")
# Out and back.
t.send("a:eth0", ethernet(BRIDGE, A, IPV4, datagram("10.0.0.10", "192.0.2.1", 4000, 53, b"query")))
t.send("host:tap1,in", ethernet(TAP1, Y, IPV4, datagram("192.0.2.1", "10.1.0.1", 53, 4000, b"answer")))
t.send("a:eth0", ethernet(BRIDGE, A, IPV4, datagram("10.0.0.10", "192.0.2.1", 4000, 53, b"query", ttl=1)))
send("host:tap1", Y, TAP1)
t.write()
