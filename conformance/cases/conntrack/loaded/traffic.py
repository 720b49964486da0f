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


segment(4000, "PA", 100, 900, data=b"hello")  # loaded: any window will do
answer(4000, "A", 900, 105)
segment(4000, "A", 5_000_000, 900)
answer(4000, "PA", 900, 105, data=b"world")
segment(4000, "FA", 105, 905)
answer(4000, "FA", 905, 106)
segment(4000, "A", 106, 906)
answer(4001, "PA", 900, 100, data=b"x")  # not answered before
segment(4001, "A", 100, 901)
segment(4002, "S", 100, 0)  # closed: a SYN begins anew
answer(4002, "SA", 500, 101)
segment(4002, "A", 101, 501)
segment(4003, "PA", 100, 900, data=b"nat")  # translated
answer(7003, "A", 900, 103, dst="10.2.0.1")
segment(4003, "R", 103, 0)
segment(4004, "PA", 100, 900, data=b"nat", dst="10.2.0.77")
answer(4004, "A", 900, 103, sport=8080)
there(datagram(A, B, 5000, 53))
back(datagram(B, "10.2.0.1", 53, 5000))
there(datagram(A, B, 5001, 53))  # keeps its timeout
back(datagram(B, A, 53, 5001))
there(echo(A, B, 21))
back(ipv4(B, "10.2.0.1", ICMP, icmp(0, 0, 21, 1)))
segment(4010, "PA", 100, 900, data=b"who?")  # of no connection
t.write()
