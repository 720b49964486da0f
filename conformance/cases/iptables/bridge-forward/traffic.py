from frames import *

BR, P1, A, B, C = "02:00:00:00:0b:00", "02:00:00:00:0b:01", "02:00:00:00:00:0a", "02:00:00:00:00:0b", "02:00:00:00:00:0c"
t = Traffic(__file__)


def a(packet, to=B, kind=IPV4):
    t.send("a:eth0", ethernet(to, A, kind, packet))


def b(packet, to=A):
    t.send("b:eth0", ethernet(to, B, IPV4, packet))


a(datagram("10.0.0.1", "10.0.0.2"))          # unknown: flooded
b(datagram("10.0.0.2", "10.0.0.1", sport=5000, dport=4000))
t.send("c:eth0", ethernet(B, C, IPV4, datagram("10.0.0.3", "10.0.0.2")))
a(datagram("10.0.0.1", "10.0.0.2"))          # known
a(datagram("10.0.0.1", "10.0.0.255"), to=BROADCAST)
a(datagram("10.0.0.1", "224.0.0.1"), to="01:00:5e:00:00:01")
a(datagram("10.0.0.1", "239.1.1.1", dport=53), to="01:00:5e:01:01:01")
a(echo("10.0.0.1", "10.0.0.254"), to=BR)      # the bridge's host itself
a(echo("10.0.0.1", "10.0.0.254", ident=2), to=P1)
a(datagram("10.0.0.1", "192.0.2.9"), to=BR)   # routed
t.send("out:eth0", ethernet("02:00:00:00:0b:09", "02:00:00:00:00:09", IPV4, datagram("192.0.2.9", "10.0.0.1", sport=5000, dport=4000)))
for port in range(666, 671):
    a(datagram("10.0.0.1", "10.0.0.2", dport=port))
    a(datagram("10.0.0.1", "10.0.0.255", dport=port), to=BROADCAST)
t.send("a:eth0", padded(ethernet(B, A, IPV4, datagram("10.0.0.1", "10.0.0.2", payload=b"x"))))
a(datagram("10.0.0.1", "10.0.0.2", wrong_by=1))
a(datagram("10.0.0.1", "10.0.0.2", length=200))
a(datagram("10.0.0.1", "10.0.0.2", version=5))
a(datagram("10.0.0.1", "10.0.0.2", ttl=0))
a(ipv4("10.0.0.1", "10.0.0.2", TCP, tcp("10.0.0.1", "10.0.0.2", 4000, 80, "A")))
a(bytes(40), kind=LOCAL)
a(vlan(5, IPV4, datagram("10.0.0.1", "10.0.0.2")), kind=VLAN)
a(ipv4("10.0.0.1", "10.0.0.2", 99, b"data", options=b"\x07\x07\x04" + bytes(4)))
a(datagram("127.0.0.1", "10.0.0.2"))
t.write()
