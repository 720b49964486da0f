from frames import *

ROUTER, LEFT = "02:00:0a:01:00:01", "02:00:0a:01:00:02"
RIGHT_SIDE, RIGHT = "02:00:0a:02:00:01", "02:00:0a:02:00:02"
A, B = "10.1.0.2", "10.2.0.2"
t = Traffic(__file__)


def there(packet):
    t.send("left:eth0", ethernet(ROUTER, LEFT, IPV4, packet))


def back(packet):
    t.send("right:eth0", ethernet(RIGHT_SIDE, RIGHT, IPV4, packet))


def segment(flags, seq, ack):
    there(ipv4(A, B, TCP, tcp(A, B, 4000, 80, flags, seq, ack)))


there(datagram(A, B))  # UDP both ways, then an error about it, late
back(datagram(B, A, 5000, 4000))
there(datagram(A, B))
segment("S", 100, 0)  # a handshake
back(ipv4(B, A, TCP, tcp(B, A, 80, 4000, "SA", 900, 101)))
segment("A", 101, 901)
segment("A", 101, 901)
there(echo(A, B, 21))
back(ipv4(B, A, ICMP, icmp(0, 0, 21, 1)))
there(datagram(A, B, dport=5003))  # not tracked
there(datagram(A, B, dport=5008))  # source translated
back(datagram(B, "10.2.0.1", 5008, 7000))
there(datagram(A, "10.1.0.99", dport=5009))  # destination translated
back(datagram(B, A, 5010, 4000))
back(ipv4(B, A, TCP, tcp(B, A, 81, 4000, "SA", 900, 101)))  # of no connection
t.wait(4)
back(ipv4(B, A, ICMP, icmp(3, 3, 0, 0, datagram(A, B))))
there(datagram(A, B))  # older than 2 s: a stream
back(datagram(B, A, 5000, 4000))
t.write()
