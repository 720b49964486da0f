from frames import *

ROUTER, LEFT, RIGHT = "02:00:0a:01:00:01", "02:00:0a:01:00:02", "02:00:0a:03:00:03"
A, B = "10.1.0.2", "10.2.0.2"
AH, ESP, GRE, UDPLITE, COMP = 51, 50, 47, 136, 108
t = Traffic(__file__)
number = 0


def send(protocol, payload, to=B, **fields):
    global number
    number += 1
    t.send("left:eth0", ethernet(ROUTER, LEFT, IPV4, ipv4(A, to, protocol, payload, ident=number, **fields)))


SYN = tcp(A, B, 4000, 80, "S", seq=0xfffffffe, options=b"\x02\x04\x05\xb4\x01\x03\x03\x07")
send(TCP, SYN)
send(TCP, tcp(A, B, 4001, 80, "SFRPAUEC", seq=1, ack=2), tos=0xff)
for offset in (0x5e, 0xf0, 0x40):
    odd = bytearray(tcp(A, B, 4002, 80, "S"))
    odd[12] = offset
    send(TCP, bytes(odd))
send(UDP, udp(A, B, 4000, 53, b"hello"), tos=0xb8)
send(UDP, udp(A, B, 4000, 53, b"hello")[:6] + bytes(7), flags=0)
send(UDPLITE, udp(A, B, 4000, 53, b"light"))
send(TCP, SYN[:19])
send(UDP, b"\x01\x02\x03")
send(AH, b"\x06\x04\x00\x00\x00\x00\xab\xcd\x00\x00\x00\x01" + bytes(12))
send(AH, b"\x06\x04\x00\x00\x00\x00\xab\xcd")
send(ESP, b"\x00\xab\xcd\xef\x00\x00\x00\x01")
send(ESP, b"\x00\xab")
send(GRE, bytes(8))
send(COMP, bytes(8))
for options in (b"\x01\x01\x01\x00", b"\x94\x04\x00\x00", b"\x07\x07\x04\x00\x00\x00\x00\x01", b"\x86\x06\x00\x00\x00\x01\x01\x00"):
    t.send("left:eth0", ethernet(ROUTER, LEFT, IPV4, echo(A, B, ident=9, options=options)))
# Queries and answers of each kind, whole and cut short.
for kind in range(19):
    send(ICMP, icmp(kind, 0, 0x1234, 0x0102, bytes(12)))
    send(ICMP, icmp(kind, 0, 0x1234, 0x0102))
# Errors, whose quote is shown, but not what that quotes.
quotes = (
    ipv4(B, A, UDP, udp(B, A, 53, 4000, b"hello")),
    ipv4(B, A, TCP, tcp(B, A, 80, 4000, "SA", seq=5, ack=6))[:28],
    ipv4(B, A, ICMP, icmp(3, 3, 0, 0, ipv4(A, B, UDP, udp(A, B, 1, 2)))),
    echo(B, A, options=b"\x07\x07\x04\x00\x00\x00\x00\x01"),
    ipv4(B, A, TCP, b"\x00\x50\x0f\xa0", offset=8, flags=MF),
    ipv4(B, A, UDP, b"")[:19],
)
for kind, code in ((3, 3), (3, 4), (4, 0), (5, 1), (11, 0), (12, 0)):
    for quote in quotes:
        send(ICMP, icmp(kind, code, 0x0a01, 0x0203, quote))
# Fragments, and bits that nobody uses.
for part in fragments(A, B, UDP, udp(A, B, 4000, 53, bytes(40)), (16, 16), 0x4444):
    t.send("left:eth0", ethernet(ROUTER, LEFT, IPV4, part))
send(TCP, SYN, flags=0x8000)
send(TCP, SYN, flags=0xc000)
# For this host, for everybody, and by a bridge.
send(UDP, udp(A, "10.1.0.1", 4000, 9, b"hello"), to="10.1.0.1")
t.send("left:eth0", ethernet(BROADCAST, LEFT, IPV4, ipv4(A, "10.1.0.255", UDP, udp(A, "10.1.0.255", 1, 2))))
OTHER = "02:00:0a:03:00:02"
t.send("left:eth1", ethernet(BROADCAST, OTHER, IPV4, datagram("10.3.0.2", "10.3.0.255", ident=70)))
t.send("left:eth1", ethernet(RIGHT, OTHER, IPV4, datagram("10.3.0.2", "10.3.0.3", ident=71)))
t.send("left:eth1", ethernet("02:00:0a:03:00:01", OTHER, IPV4, datagram("10.3.0.2", "10.3.0.1", ident=72)))
# What a program sends.
t.send("right:@ip", datagram(B, "10.2.0.1", ident=80))
t.send("right:@ip", echo(B, "10.2.0.1", ident=81, options=b"\x07\x07\x04\x00\x00\x00\x00\x01"))
t.write()
