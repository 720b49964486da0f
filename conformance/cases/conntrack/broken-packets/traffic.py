from frames import *

ROUTER, LEFT = "02:00:0a:01:00:01", "02:00:0a:01:00:02"
FAR, RIGHT = "02:00:0a:02:00:01", "02:00:0a:02:00:02"
A, B = "10.1.0.2", "10.2.0.2"
t = Traffic(__file__)


def there(packet):
    t.send("left:eth0", ethernet(ROUTER, LEFT, IPV4, packet))


def back(packet):
    t.send("right:eth0", ethernet(FAR, RIGHT, IPV4, packet))


def all_of_them(port):
    there(datagram(A, B, sport=port))
    there(ipv4(A, B, UDP, udp(A, B, port + 1, 5000, b"hello", wrong_by=1)))
    there(ipv4(A, B, UDP, udp(A, B, port + 2, 5000, b"hello")[:7]))
    longer = bytearray(udp(A, B, port + 3, 5000, b"hello"))
    longer[4:6] = struct.pack(">H", 14)
    there(ipv4(A, B, UDP, bytes(longer)))
    longer[4:6] = struct.pack(">H", 7)
    there(ipv4(A, B, UDP, bytes(longer)))
    there(ipv4(A, B, TCP, tcp(A, B, port, 80, "S", 100, wrong_by=1)))
    for flags in ("SF", "SR", "F", "FSRPA", "P", "", "SPU", "SEC"):
        there(ipv4(A, B, TCP, tcp(A, B, port + 4, 80, flags, 100)))
    there(ipv4(A, B, TCP, tcp(A, B, port + 5, 80, "S", 100)[:19]))
    short = bytearray(tcp(A, B, port + 6, 80, "S", 100))
    short[12] = 0x40
    there(ipv4(A, B, TCP, bytes(short)))


all_of_them(4000)
t.wait(1)
all_of_them(5100)
t.write()
