from frames import *

ROUTER, LEFT = "02:00:0a:01:00:01", "02:00:0a:01:00:02"
ROUTER1, ONE = "02:00:0a:02:00:01", "02:00:0a:02:00:02"
ROUTER2, TWO = "02:00:0a:03:00:01", "02:00:0a:03:00:02"
t = Traffic(__file__)
for i in range(6):
    for destination in ("10.9.0.1", "10.9.9.1"):
        t.send("left:eth0", ethernet(ROUTER, LEFT, IPV4, datagram("10.1.0.2", destination)))
        t.wait(0.4)
t.write()
