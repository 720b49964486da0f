from frames import *

ROUTER, LEFT = "02:00:0a:01:00:01", "02:00:0a:01:00:02"
ROUTER1, ONE = "02:00:0a:02:00:01", "02:00:0a:02:00:02"
ROUTER2, TWO = "02:00:0a:03:00:01", "02:00:0a:03:00:02"
t = Traffic(__file__)
for tos in (0, 0x10, 0x13, 0xd0, 0x08):
    t.send("left:eth0", ethernet(ROUTER, LEFT, IPV4, datagram("10.1.0.2", "10.9.0.1", tos=tos)))
    t.wait(0.1)
t.send("one:eth0", ethernet(ROUTER1, ONE, IPV4, datagram("10.2.0.2", "10.9.0.1")))
t.wait(0.1)
for destination in ("10.7.0.1", "10.8.0.1", "10.8.1.1", "10.6.0.1"):
    t.send("left:eth0", ethernet(ROUTER, LEFT, IPV4, datagram("10.1.0.2", destination)))
    t.wait(0.1)
t.write()
