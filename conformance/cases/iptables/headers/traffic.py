from frames import *

ROUTER, LEFT, OTHER = "02:00:0a:01:00:01", "02:00:0a:01:00:02", "02:00:0a:01:00:03"
t = Traffic(__file__)


def send(packet, source=LEFT, to=ROUTER):
    t.send("left:eth0", ethernet(to, source, IPV4, packet))


for payload in (b"hello", b"hello!", bytes(72), bytes(73)):
    send(datagram("10.1.0.2", "10.2.0.2", payload=payload))
for ttl in (64, 9, 10, 255):
    send(datagram("10.1.0.2", "10.2.0.2", ttl=ttl))
for tos in (0x10, 0x11, 0x50, 0xB8, 0xB9, 0x01, 0x02, 0x03, 0xFF):
    send(datagram("10.1.0.2", "10.2.0.2", tos=tos))
for flags in ("S", "SE", "SC", "SEC"):
    send(ipv4("10.1.0.2", "10.2.0.2", TCP, tcp("10.1.0.2", "10.2.0.2", 4000, 80, flags)))
for source in ("10.1.0.1", "10.1.0.5", "10.1.0.6"):
    send(datagram(source, "10.2.0.2"), source=OTHER)
for port in range(6001, 6011):
    send(datagram("10.1.0.2", "10.2.0.2", dport=port, tos=0x03))
    t.wait(0.02)
# Checksums whose sum runs through zero when the type of service changes.
for ident in (0x5A5A, 0x6B6C, 0x9E0B, 0xFFFF):
    send(datagram("10.1.0.2", "10.2.0.2", dport=6005, ident=ident))
for destination, to in (("10.1.0.1", ROUTER), ("10.1.0.255", BROADCAST), ("224.0.0.1", "01:00:5e:00:00:01")):
    send(echo("10.1.0.2", destination), to=to)
t.write()
