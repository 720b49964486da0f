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
    answer(port, "SA", 500, 101, dst="10.2.0.9")
    segment(port, "A", 101, 501)
there(datagram(A, B, 5000, 53))
back(datagram(B, "10.2.0.9", 53, 5000))
t.wait(1.5)  # one of two is deleted, and the datagrams' flow
answer(4000, "PA", 501, 101, data=b"lost", dst="10.2.0.9")
segment(4000, "PA", 101, 501, data=b"again")
answer(4000, "A", 501, 106, dst="10.2.0.9")
segment(4001, "PA", 101, 501, data=b"kept")
back(datagram(B, "10.2.0.9", 53, 5000))
there(datagram(A, B, 5000, 53))
back(datagram(B, "10.2.0.9", 53, 5000))
t.wait(2)  # all are
answer(4001, "A", 501, 105, dst="10.2.0.9")
segment(4001, "FA", 105, 501)
answer(4001, "FA", 501, 106, dst="10.2.0.9")
t.write()
