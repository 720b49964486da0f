from frames import *

ROUTER, LEFT = "02:00:0a:01:00:01", "02:00:0a:01:00:02"
t = Traffic(__file__)


def send(packet):
    t.send("left:eth0", ethernet(ROUTER, LEFT, IPV4, packet))


def to_right(protocol, payload, source="10.1.0.2", **fields):
    send(ipv4(source, "10.2.0.2", protocol, payload, **fields))


def several():
    for source in ("10.1.0.2", "10.1.0.9", "10.1.0.17", "10.1.0.31", "10.1.0.32"):
        send(datagram(source, "10.2.0.2", dport=4999))
    for port in (5000, 5001, 5002, 5003):
        send(datagram("10.1.0.9", "10.2.0.2", dport=port))
        send(datagram("10.1.0.2", "10.2.0.2", dport=port))
        send(datagram("10.1.0.9", "10.2.0.2", sport=port, dport=9))


several()
for port in (80, 81, 5001):
    to_right(TCP, tcp("10.1.0.9", "10.2.0.2", 4000, port, "S"), source="10.1.0.9")
for kind, code in ((8, 0), (3, 3), (3, 1), (13, 0)):
    to_right(ICMP, icmp(kind, code, 1, 1, bytes(28)), source="10.1.0.9")
to_right(47, bytes(16), source="10.1.0.9")
to_right(50, bytes(16), source="10.1.0.9")
for port in (7, 8):
    to_right(132, bytes((0, 9, 0, port)) + bytes(12), source="10.1.0.9")
    to_right(136, bytes((0, 9, 0, port)) + bytes(12), source="10.1.0.9")
# Headers cut short, and what follows a first fragment.
to_right(UDP, bytes((0, 9, 0x13, 0x88)), source="10.1.0.9")
to_right(TCP, bytes((0, 9, 0, 80)) + bytes(12), source="10.1.0.9")
to_right(ICMP, bytes((8, 0, 0xF7, 0xFF)), source="10.1.0.9")
to_right(132, bytes((0, 9, 0, 7)), source="10.1.0.9")
to_right(UDP, bytes(16), source="10.1.0.9", flags=0, offset=100)
to_right(47, bytes(16), source="10.1.0.9", flags=0, offset=100)
t.wait(1.5)
several()
t.wait(1.5)
several()
t.write()
