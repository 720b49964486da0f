from frames import *

ROUTER, LEFT = "02:00:0a:01:00:01", "02:00:0a:01:00:02"
RIGHT_SIDE, RIGHT = "02:00:0a:02:00:01", "02:00:0a:02:00:02"
A, B = "10.1.0.2", "10.2.0.2"
t = Traffic(__file__)


def there(packet):
    t.send("left:eth0", ethernet(ROUTER, LEFT, IPV4, packet))


def back(packet):
    t.send("right:eth0", ethernet(RIGHT_SIDE, RIGHT, IPV4, packet))


def segment(sport, flags, seq, ack, data=b"", dst=B):
    there(ipv4(A, dst, TCP, tcp(A, dst, sport, 80, flags, seq, ack, data)))


def answer(dport, flags, seq, ack, data=b"", dst=A, sport=80):
    back(ipv4(B, dst, TCP, tcp(B, dst, sport, dport, flags, seq, ack, data)))


for port in 4000, 4001:
    segment(port, "S", 100, 0)
    answer(port, "SA", 500, 101)
    segment(port, "A", 101, 501)
there(datagram(A, B, 5000, 53))
there(datagram(A, B, 5001, 53))
t.wait(1.5)
segment(4000, "PA", 101, 501, data=b"marked")
answer(4000, "A", 501, 107)
segment(4001, "PA", 101, 501, data=b"closed")
answer(4001, "A", 501, 107)
segment(4001, "S", 9000, 0)
there(datagram(A, B, 5001, 53))
t.wait(3)
there(datagram(A, B, 5000, 53))  # the old one has ended
t.write()
