from frames import *

ROUTER, LEFT = "02:00:0a:01:00:01", "02:00:0a:01:00:02"
ROUTER1, ONE = "02:00:0a:02:00:01", "02:00:0a:02:00:02"
ROUTER2, TWO = "02:00:0a:03:00:01", "02:00:0a:03:00:02"
t = Traffic(__file__)
for source in ("10.1.0.2", "10.1.0.7", "10.1.0.8", "10.1.0.7"):
    for destination in ("10.9.0.1", "10.9.0.2", "10.2.0.2"):
        t.send("left:eth0", ethernet(ROUTER, LEFT, IPV4, datagram(source, destination)))
        t.wait(0.1)
t.write()
