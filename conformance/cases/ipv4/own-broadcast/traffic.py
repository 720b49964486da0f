from frames import *

HERE, ALL, GROUP = "10.1.0.2", "10.1.0.255", "224.0.0.1"
UDP_LITE = 136
t = Traffic(__file__)


def send(packet):
    t.send("left:@ip", packet)


for wrong_by in (0, 1):
    send(ipv4(HERE, ALL, ICMP, icmp(8, 0, 1, 1, b"hello", wrong_by=wrong_by), ident=1))
    send(ipv4(HERE, ALL, UDP, udp(HERE, ALL, 4000, 5000, b"hello", wrong_by=wrong_by), ident=2))
    send(ipv4(HERE, ALL, UDP_LITE, bytes((15, 160, 19, 136, 0, 0, 0, 7 + wrong_by)) + b"hello", ident=3))
    send(ipv4(HERE, GROUP, 2, bytes((0x16, 0, 8, 4 + wrong_by, 224, 0, 0, 9)), ident=4, ttl=1))
t.write()
