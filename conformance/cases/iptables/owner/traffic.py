from frames import *

ROUTER, LEFT = "02:00:0a:01:00:01", "02:00:0a:01:00:02"
t = Traffic(__file__)


def send(packet):
    t.send("left:eth0", ethernet(ROUTER, LEFT, IPV4, packet))


send(echo("10.1.0.2", "10.1.0.1"))
send(datagram("10.1.0.2", "10.1.0.1"))
send(datagram("10.1.0.2", "10.2.0.2"))
send(datagram("10.1.0.2", "10.2.0.2", ttl=1))
send(datagram("10.1.0.2", "192.0.2.1"))
send(echo("10.1.0.2", "10.2.0.2"))
for port in (80, 81, 82):
    send(ipv4("10.1.0.2", "10.1.0.1", TCP, tcp("10.1.0.2", "10.1.0.1", 4000, port, "S")))
send(ipv4("10.1.0.2", "10.2.0.2", TCP, tcp("10.1.0.2", "10.2.0.2", 4000, 80, "S")))
for packet in (
    echo("10.2.0.1", "10.2.0.2"),
    datagram("10.2.0.1", "10.2.0.2"),
    ipv4("10.2.0.1", "10.2.0.2", TCP, tcp("10.2.0.1", "10.2.0.2", 4000, 80, "S")),
):
    t.send("router:@ip", packet)
t.write()
