from frames import *

ROUTER, LEFT = "02:00:0a:01:00:01", "02:00:0a:01:00:02"
FAR, RIGHT = "02:00:0a:02:00:01", "02:00:0a:02:00:02"
A, B = "10.1.0.2", "10.2.0.2"
t = Traffic(__file__)


def there(packet):
    t.send("left:eth0", ethernet(ROUTER, LEFT, IPV4, packet))


def back(packet):
    t.send("right:eth0", ethernet(FAR, RIGHT, IPV4, packet))


for port in (5000, 5001, 5002, 5003):
    there(datagram(A, B, dport=port))
    for last in (2, 3, 4, 5, 6, 7):
        back(ipv4(f"10.2.0.{last}", A, ICMP, icmp(3, 1, 0, 0, datagram(A, B, dport=port, ttl=63))))
for source in (2, 3, 4, 5, 6, 7):
    back(ipv4(f"10.2.0.{source}", A, ICMP, icmp(8, 0, 9, 1)))
    there(ipv4(A, f"10.2.0.{source}", ICMP, icmp(0, 0, 9, 1)))
t.write()
