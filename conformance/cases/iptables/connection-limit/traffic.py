from frames import *

ROUTER, LEFT = "02:00:0a:01:00:01", "02:00:0a:01:00:02"
RIGHT_SIDE, RIGHT = "02:00:0a:02:00:01", "02:00:0a:02:00:02"
B = "10.2.0.2"
t = Traffic(__file__)


def segment(host, port, flags, seq=100, ack=0):
    a = "10.1.0.%d" % host
    t.send("left:eth0", ethernet(ROUTER, LEFT, IPV4, ipv4(a, B, TCP, tcp(a, B, port, 80, flags, seq, ack))))


def answer(host, port, flags, seq=900, ack=101):
    a = "10.1.0.%d" % host
    t.send("right:eth0", ethernet(RIGHT_SIDE, RIGHT, IPV4, ipv4(B, a, TCP, tcp(B, a, 80, port, flags, seq, ack))))


def there(host, port, sport=4000):
    t.send("left:eth0", ethernet(ROUTER, LEFT, IPV4, datagram("10.1.0.%d" % host, B, sport, port)))


segment(2, 4001, "S")
answer(2, 4001, "SA")
segment(2, 4001, "A", 101, 901)
segment(2, 4002, "S")
answer(2, 4002, "SA")
segment(2, 4002, "A", 101, 901)
segment(2, 4003, "S")
segment(3, 4004, "S")
segment(2, 4001, "A", 101, 901)
answer(2, 4002, "R", 901)  # closes the second
segment(2, 4005, "S")
segment(2, 4001, "A", 101, 901)
segment(3, 4006, "S")
answer(3, 4006, "RA", 0, 101)
segment(3, 4007, "S")
there(2, 5000)
there(2, 5000)
there(2, 5000, 4001)
there(2, 5001, 4002)  # is dropped: no connection comes of it
there(2, 5000, 4003)
there(2, 6000, 4004)  # not tracked
there(2, 6001, 4005)
there(2, 5000, 4000)
for port in range(4100, 4112):
    there(4, 5000, port)
t.wait(4)
there(2, 5000, 4006)  # the others are gone
for port in range(4200, 4204):
    there(4, 5000, port)
segment(9, 4300, "S")  # a whole life: its last words are of nobody any more, and dropped
answer(9, 4300, "SA")
segment(9, 4300, "A", 101, 901)
segment(9, 4300, "FA", 101, 901)
answer(9, 4300, "FA", 901, 102)
segment(9, 4300, "A", 102, 902)
segment(9, 4300, "A", 102, 902)
answer(9, 4300, "A", 902, 102)
t.send("left:eth0", ethernet(ROUTER, LEFT, IPV4, echo("10.1.0.2", B, 1)))
t.send("left:eth0", ethernet(ROUTER, LEFT, IPV4, echo("10.1.0.2", B, 2)))
t.write()
