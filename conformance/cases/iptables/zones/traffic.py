from frames import *

R0, LEFT = "02:00:0a:01:00:01", "02:00:0a:01:00:02"
R1, RIGHT = "02:00:0a:02:00:01", "02:00:0a:02:00:02"
R2, OTHER = "02:00:0a:03:00:01", "02:00:0a:03:00:02"
t = Traffic(__file__)


def both(packet):
    t.send("left:eth0", ethernet(R0, LEFT, IPV4, packet))
    t.send("other:eth0", ethernet(R2, OTHER, IPV4, packet))


def back(packet):
    t.send("right:eth0", ethernet(R1, RIGHT, IPV4, packet))


for port in (5000, 5001):
    both(datagram("10.1.0.2", "10.2.0.2", dport=port))
    back(datagram("10.2.0.2", "10.1.0.2", sport=port, dport=4000))
both(echo("10.1.0.2", "10.2.0.2", ident=9))
for port in (80, 81, 82):
    both(ipv4("10.1.0.2", "10.2.0.2", TCP, tcp("10.1.0.2", "10.2.0.2", 4000, port, "S")))
    back(ipv4("10.2.0.2", "10.2.0.100", TCP, tcp("10.2.0.2", "10.2.0.100", port, 4000, "SA", ack=1)))
quoted = datagram("10.1.0.2", "10.2.0.2", dport=5001, ttl=63)
for source in ("10.2.0.2",):
    back(ipv4(source, "10.1.0.2", ICMP, icmp(3, 3, 0, 0, quoted)))
t.write()
