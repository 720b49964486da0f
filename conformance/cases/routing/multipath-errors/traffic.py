from frames import *

ROUTER, LEFT = "02:00:0a:01:00:01", "02:00:0a:01:00:02"
t = Traffic(__file__)


def ask(source, destination, **fields):
    t.send("left:eth0", ethernet(ROUTER, LEFT, IPV4, datagram(source, destination, **fields)))
    t.wait(0.05)


def both(first):
    for i in range(first, first + 8):
        ask("10.9.0.%d" % i, "10.1.0.1", sport=1000 + i)
    for i in range(first, first + 8):
        ask("10.9.0.1", "10.8.0.%d" % i, sport=1000 + i, ttl=1)


t.wait(0.5)
both(1)
t.wait(1.0)
both(11)
t.write()
