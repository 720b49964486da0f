from frames import *

ROUTER, LEFT = "02:00:0a:01:00:01", "02:00:0a:01:00:02"
FAR, RIGHT = "02:00:0a:02:00:01", "02:00:0a:02:00:02"
A, B = "10.1.0.2", "10.2.0.2"
t = Traffic(__file__)


def there(packet):
    t.send("left:eth0", ethernet(ROUTER, LEFT, IPV4, packet))


def back(packet):
    t.send("right:eth0", ethernet(FAR, RIGHT, IPV4, packet))


data = udp(A, B, 4000, 5000, bytes(range(256)) * 6)


def pieces(ident, *cuts, **fields):
    for start, end in cuts:
        more = end < len(data)
        there(ipv4(A, B, UDP, data[start:end], ident=ident, flags=(MF if more else 0) | fields.get("df", 0), offset=start))


pieces(1, (0, 800), (800, 1544))
pieces(2, (800, 1544), (0, 800))
pieces(3, (0, 400), (400, 1200), (1200, 1544))  # the middle one is the largest
pieces(4, (0, 800), (792, 1544))  # overlap
pieces(5, (0, 800), (0, 800), (800, 1544))  # twice
pieces(6, (0, 1544))
pieces(7, (0, 800))
pieces(8, (0, 800), (800, 1544), df=DF)
pieces(9, (0, 400), (800, 1544), (400, 800))
pieces(10, (0, 8), (8, 1544))
pieces(11, (0, 800), (800, 1000), (1000, 1544), (1000, 1544))
for packet in fragments(B, A, UDP, udp(B, A, 5000, 4000, bytes(1400)), [600, 400], 12):
    back(packet)
there(echo(A, B, 3, payload=bytes(1472)))
for packet in fragments(A, B, ICMP, icmp(8, 0, 4, 1, bytes(2000)), [1480], 13):
    there(packet)
for packet in fragments(A, B, UDP, udp(A, B, 4000, 5000, bytes(2000), wrong_by=1), [1480], 14):
    there(packet)
t.write()
