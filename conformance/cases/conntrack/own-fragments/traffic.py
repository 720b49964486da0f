from frames import *

ROUTER, LEFT = "02:00:0a:01:00:01", "02:00:0a:01:00:02"
FAR, RIGHT = "02:00:0a:02:00:01", "02:00:0a:02:00:02"
A, B = "10.1.0.2", "10.2.0.2"
t = Traffic(__file__)


def there(packet):
    t.send("left:eth0", ethernet(ROUTER, LEFT, IPV4, packet))


def back(packet):
    t.send("right:eth0", ethernet(FAR, RIGHT, IPV4, packet))


def own(packet):
    t.send("router:@ip", packet)


ME = "10.2.0.1"
own(datagram(ME, B))
back(datagram(B, ME, 5000, 4000))
for packet in fragments(ME, B, UDP, udp(ME, B, 4001, 5000, bytes(1000)), [400, 400], 21):
    own(packet)
for packet in fragments(B, ME, UDP, udp(B, ME, 5000, 4001, bytes(1000)), [400, 400], 22):
    back(packet)
own(ipv4(ME, B, UDP, udp(ME, B, 4002, 5000, b"hello", wrong_by=1)))  # nobody sums up what leaves
own(ipv4(ME, B, UDP, udp(ME, B, 4003, 5000, b"hello")[:7]))
own(ipv4(ME, B, TCP, tcp(ME, B, 4000, 80, "SF", 100)))
own(echo(ME, B, 5))
back(ipv4(B, ME, ICMP, icmp(0, 0, 5, 1)))
back(ipv4(B, ME, ICMP, icmp(3, 3, 0, 0, datagram(ME, B))))
t.write()
