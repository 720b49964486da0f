from frames import *

ROUTER, LEFT = "02:00:0a:01:00:01", "02:00:0a:01:00:02"
FAR, RIGHT = "02:00:0a:02:00:01", "02:00:0a:02:00:02"
A, B = "10.1.0.2", "10.2.0.2"
t = Traffic(__file__)


def there(packet):
    t.send("left:eth0", ethernet(ROUTER, LEFT, IPV4, packet))


def back(packet):
    t.send("right:eth0", ethernet(FAR, RIGHT, IPV4, packet))


for request, answer, size in ((8, 0, 0), (13, 14, 12), (15, 16, 0), (17, 18, 4)):
    there(ipv4(A, B, ICMP, icmp(request, 0, 5, 1, bytes(size))))
    back(ipv4(B, A, ICMP, icmp(answer, 0, 6, 1, bytes(size))))
    back(ipv4(B, A, ICMP, icmp(answer, 0, 5, 9, bytes(size))))
    back(ipv4(B, A, ICMP, icmp(request, 0, 5, 1, bytes(size))))  # the other way round: its own
there(ipv4(A, B, ICMP, icmp(8, 3, 7, 1)))  # a code
back(ipv4(B, A, ICMP, icmp(0, 0, 7, 1)))
back(ipv4(B, A, ICMP, icmp(0, 3, 7, 1)))
for kind in (1, 2, 6, 7, 9, 10, 14, 19, 30, 40, 41, 255):
    there(ipv4(A, B, ICMP, icmp(kind, 0, 8, 1)))
there(ipv4(A, B, ICMP, icmp(8, 0, 9, 1, wrong_by=1)))
there(ipv4(A, B, ICMP, icmp(8, 0, 9, 1)[:7]))
t.write()
