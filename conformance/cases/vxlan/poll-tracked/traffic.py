from frames import *

HERE, THERE = "02:00:00:00:04:01", "02:00:00:00:04:02"
FROM, TO = "10.1.0.1", "10.2.0.9"
t = Traffic(__file__)


def send(packet):
    t.send("h1:vx0", ethernet(THERE, HERE, IPV4, packet))


# Two copies each; the first packet of a connection, then one that finds it.
send(echo(FROM, TO, sequence=1))
send(echo(FROM, TO, sequence=2))
# UDP lets both share the connection of the first.
send(datagram(FROM, TO))
send(ipv4(FROM, TO, TCP, tcp(FROM, TO, 1000, 80, "S")))
send(ipv4(FROM, TO, GRE, bytes(8)))
t.write()
