from frames import *

FREE = b"\x44\x0c\x05\x00" + bytes(8)
TO = "10.2.0.2"
t = Traffic(__file__)


def wire(packet):
    t.send("left:eth0", ethernet("02:00:00:00:01:02", "02:00:00:00:01:01", IPV4, packet))


def tunnel(packet):
    t.send("left:vx0", ethernet("02:00:00:00:04:02", "02:00:00:00:04:01", IPV4, packet))


for host in (1, 3):
    source = "10.0.0.%d" % host
    wire(datagram(source, TO))
    wire(datagram(source, TO, options=FREE))
    wire(ipv4(source, TO, UDP, udp(source, TO, 4000, 5000, b"hello", wrong_by=1)))
    source = "10.1.0.%d" % host
    for wrong in (0, 1):
        tunnel(ipv4(source, TO, ICMP, icmp(8, 0, 1, 1, b"hello", wrong_by=wrong)))
        tunnel(ipv4(source, TO, UDP, udp(source, TO, 4000, 5000, b"hello", wrong_by=wrong)))
t.write()
