from frames import *

ROUTER, LEFT = "02:00:0a:01:00:01", "02:00:0a:01:00:02"
t = Traffic(__file__)


def send(protocol, payload, **fields):
    t.send("left:eth0", ethernet(ROUTER, LEFT, IPV4, ipv4("10.1.0.2", "10.2.0.2", protocol, payload, **fields)))


for protocol in (TCP, UDP, ICMP):
    for size in (1, 2, 4, 8, 14, 16, 19, 20, 24, 600, 1480):
        send(protocol, b"P" * size, offset=16, ident=7)
    send(protocol, b"P" * 64, flags=MF, offset=64, ident=8)
    send(protocol, b"Q" * 64, flags=0, offset=64, ident=9)
    send(protocol, b"P" * 12, flags=MF, ident=10)
    for size in (1, 3, 7, 13, 19):
        send(protocol, b"P" * size)
t.write()
