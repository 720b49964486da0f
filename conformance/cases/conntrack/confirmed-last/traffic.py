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
    there(datagram(A, B, dport=port))
for _ in range(2):
    there(datagram(A, "10.1.0.1", dport=5004))
    there(datagram(A, "10.1.0.1", dport=5005))
there(ipv4(A, B, TCP, tcp(A, B, 4000, 81, "S", 100)))
there(ipv4(A, B, TCP, tcp(A, B, 4000, 81, "S", 100)))
there(ipv4(A, B, TCP, tcp(A, B, 4000, 80, "S", 100)))
back(ipv4(B, A, TCP, tcp(B, A, 80, 4000, "SA", 500, 101)))  # rejected: the connection is closed
there(ipv4(A, B, TCP, tcp(A, B, 4000, 80, "S", 9000)))
t.write()
