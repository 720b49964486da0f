from frames import *

ROUTER, LEFT = "02:00:0a:01:00:01", "02:00:0a:01:00:02"
FAR, RIGHT = "02:00:0a:02:00:01", "02:00:0a:02:00:02"
A, B = "10.1.0.2", "10.2.0.2"
t = Traffic(__file__)


def there(packet):
    t.send("left:eth0", ethernet(ROUTER, LEFT, IPV4, packet))


def back(packet):
    t.send("right:eth0", ethernet(FAR, RIGHT, IPV4, packet))


there(datagram(A, B))
there(datagram(A, B, sport=4001))
back(datagram(B, A, 5000, 4001))
there(datagram(A, B, sport=4001))
there(datagram(A, B, sport=4002))
there(echo(A, B, 7))
there(ipv4(A, B, 33, b"12345678"))
t.wait(2.2)
there(datagram(A, B, sport=4001))
back(datagram(B, A, 5000, 4002))  # late, but it is the first answer
there(datagram(A, B, sport=4003))
back(datagram(B, A, 5000, 4003))
there(datagram(A, B, sport=4003, payload=b"counted"))
there(echo(A, B, 7))
back(ipv4(B, A, ICMP, icmp(0, 0, 7, 1)))
there(echo(A, B, 8, payload=b"counted"))
there(ipv4(A, B, 34, b"12345678"))
t.write()
