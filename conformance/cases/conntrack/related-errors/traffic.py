from frames import *

ROUTER, LEFT = "02:00:0a:01:00:01", "02:00:0a:01:00:02"
FAR, RIGHT = "02:00:0a:02:00:01", "02:00:0a:02:00:02"
A, B = "10.1.0.2", "10.2.0.2"
t = Traffic(__file__)


def there(packet):
    t.send("left:eth0", ethernet(ROUTER, LEFT, IPV4, packet))


def back(packet):
    t.send("right:eth0", ethernet(FAR, RIGHT, IPV4, packet))


def error(source, destination, quoted, kind=3, code=3, **fields):
    return ipv4(source, destination, ICMP, icmp(kind, code, 0, 0, quoted, **fields))


there(datagram(A, "10.2.0.99", dport=5300))
out = datagram("10.2.0.1", B, 6000, 5353, ttl=63)  # as it left
back(error(B, "10.2.0.1", out))
back(error("10.9.9.9", "10.2.0.1", out, 11, 0))  # a router further on
back(error(B, "10.2.0.1", out[:28], 4, 0))
back(error(B, A, out))  # not for its sender
back(error(B, "10.2.0.1", datagram("10.2.0.1", B, 6001, 5353)))  # of nobody
back(error(B, "10.2.0.1", datagram(B, "10.2.0.1", 5353, 6000)))  # its own answer
back(error(B, "10.2.0.1", out[:27]))
back(error(B, "10.2.0.1", out[:19]))
back(error(B, "10.2.0.1", b""))
back(error(B, "10.2.0.1", out, wrong_by=1))
back(error(B, "10.2.0.1", ipv4("10.2.0.1", B, UDP, b"12345678", offset=8)))
back(error(B, "10.2.0.1", error("10.2.0.1", B, datagram(B, "10.2.0.1", 5353, 6000))))
back(datagram(B, "10.2.0.1", 5353, 6000))
answer = datagram("10.2.0.99", A, 5300, 4000, ttl=63)  # as it came to the left
there(error(A, "10.2.0.99", answer))
there(error("10.1.0.77", "10.2.0.99", answer, 11, 1))
there(error(A, B, answer))  # B is not who the left knows
there(error(A, "10.2.0.99", datagram("10.2.0.99", A, 5300, 4001)))
back(error(B, "10.2.0.1", out, 5, 1))  # a redirect
back(error(B, "10.2.0.1", out, 12, 0))
t.write()
