from frames import *

ROUTER, LEFT = "02:00:0a:01:00:01", "02:00:0a:01:00:02"
FAR, RIGHT = "02:00:0a:02:00:01", "02:00:0a:02:00:02"
A, B = "10.1.0.2", "10.2.0.2"
t = Traffic(__file__)


def there(packet):
    t.send("left:eth0", ethernet(ROUTER, LEFT, IPV4, packet))


def back(packet):
    t.send("right:eth0", ethernet(FAR, RIGHT, IPV4, packet))


def pieces(send, source, destination, protocol, payload, sizes, ident):
    for packet in fragments(source, destination, protocol, payload, sizes, ident):
        send(packet)


for n, first in enumerate((8, 16, 24)):
    pieces(there, A, B, TCP, tcp(A, B, 4000 + n, 80, "S", 100, payload=bytes(100)), [first, 48], 10 + n)
    pieces(there, A, B, UDP, udp(A, B, 4000, 5000, bytes(100)), [first, 48], 20 + n)
    pieces(there, A, B, SCTP, sctp(4000, 80, 0, chunk(1, struct.pack(">I", 7) + bytes(12)), chunk(0, bytes(80))), [first, 48], 30 + n)
    pieces(there, A, B, ICMP, icmp(8, 0, 7, 1, bytes(100)), [first, 48], 40 + n)
    pieces(there, A, B, 33, bytes(100), [first, 48], 50 + n)
for n, first in enumerate((8, 16, 24, 32)):
    error = icmp(3, 3, 0, 0, datagram("10.2.0.1", B, 6000, 5000, bytes(100), ttl=63))
    pieces(back, B, "10.2.0.1", ICMP, error, [first, 48], 60 + n)
pieces(there, A, B, TCP, tcp(A, B, 4000, 80, "S", 100), [8], 70)
pieces(there, A, B, TCP, tcp(A, B, 4000, 80, "S", 100)[:19], [8], 71)
t.write()
