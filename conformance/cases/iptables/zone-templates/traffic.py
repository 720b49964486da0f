from frames import *

R0, LEFT = "02:00:0a:01:00:01", "02:00:0a:01:00:02"
R1, RIGHT = "02:00:0a:02:00:01", "02:00:0a:02:00:02"
t = Traffic(__file__)


def left(packet):
    t.send("left:eth0", ethernet(R0, LEFT, IPV4, packet))


def right(packet):
    t.send("right:eth0", ethernet(R1, RIGHT, IPV4, packet))


for port in (5000, 5001, 5002, 5000):
    left(datagram("10.1.0.2", "10.2.0.2", dport=port))
    right(datagram("10.2.0.2", "10.1.0.2", sport=port, dport=4000))
left(echo("10.1.0.2", "10.2.0.2", ident=9))
right(echo("10.2.0.2", "10.1.0.2", ident=9))
for port in (80, 81):
    left(ipv4("10.1.0.2", "10.2.0.2", TCP, tcp("10.1.0.2", "10.2.0.2", 4000, port, "S")))
    right(ipv4("10.2.0.2", "10.1.0.2", TCP, tcp("10.2.0.2", "10.1.0.2", port, 4000, "SA", ack=1)))
left(datagram("10.1.0.2", "10.2.0.9", dport=5000))
left(ipv4("10.1.0.2", "10.2.0.2", 47, bytes(3)))
left(ipv4("10.1.0.2", "10.2.0.2", UDP, bytes(2)))
t.write()
