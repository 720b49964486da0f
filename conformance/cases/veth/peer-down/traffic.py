from frames import *

A, B = "02:00:00:00:00:0a", "02:00:00:00:00:0b"
t = Traffic(__file__)


def three():
    for number in range(3):
        t.send("a:eth0", ethernet(B, A, IPV4, datagram("10.0.0.10", "10.0.0.11", payload=b"%d" % number)))


three()
t.wait(2)
three()
t.wait(2)
three()
t.write()
