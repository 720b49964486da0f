from frames import *

HOST, OUT = "02:00:00:00:00:01", "02:00:00:00:00:02"
GROUPS = ["239.1.2.3", "239.129.2.3", "239.1.2.4", "239.1.2.7", "239.1.2.9", "224.0.0.1", "224.0.0.5", "224.0.0.106"]
t = Traffic(__file__)
t.send("a:out", padded(ethernet(BROADCAST, OUT, LOCAL)))
t.wait(2)


def group_mac(group):
    octets = [int(octet) for octet in group.split(".")]
    return "01:00:5e:%02x:%02x:%02x" % (octets[1] & 0x7F, octets[2], octets[3])


def send(group, packet):
    t.send("a:out", ethernet(group_mac(group), OUT, IPV4, packet))


for group in GROUPS:
    send(group, echo("10.0.0.2", group))
send("239.1.2.3", datagram("10.0.0.2", "239.1.2.3"))
send("239.1.2.3", datagram("10.0.0.2", "239.1.2.3", wrong_by=1))
send("239.1.2.3", ipv4("10.0.0.2", "239.1.2.3", 200, b"what"))
for source in ("0.0.0.0", "239.1.2.3", "127.0.0.1", "10.0.0.1", "172.16.0.1"):
    send("239.1.2.3", datagram(source, "239.1.2.3"))
    send("224.0.0.1", datagram(source, "224.0.0.1"))
t.send("a:out", ethernet(HOST, OUT, IPV4, echo("10.0.0.2", "239.1.2.3")))
for destination in ("239.1.2.3", "239.1.2.4", "224.0.0.1"):
    t.send("host:@ip", echo("10.0.0.1", destination))
    t.send("host:@ip", echo("10.0.0.1", destination, ttl=0))
t.wait(2)
send("239.1.2.3", echo("10.0.0.2", "239.1.2.3"))
t.write()
