from frames import *

ROUTER, LEFT = "02:00:0a:01:00:01", "02:00:0a:01:00:02"
ROUTER1, ONE = "02:00:0a:02:00:01", "02:00:0a:02:00:02"
ROUTER2, TWO = "02:00:0a:03:00:01", "02:00:0a:03:00:02"
t = Traffic(__file__)
for destination in ("10.9.0.1", "10.8.0.1"):
    for tos in (0, 0x10, 0x11, 0x20, 0x30):
        t.send("left:eth0", ethernet(ROUTER, LEFT, IPV4, datagram("10.1.0.2", destination, tos=tos)))
        t.wait(1.1)
t.write()
