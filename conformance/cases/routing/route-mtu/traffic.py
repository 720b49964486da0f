from frames import *

ROUTER, LEFT = "02:00:0a:01:00:01", "02:00:0a:01:00:02"
ROUTER1, ONE = "02:00:0a:02:00:01", "02:00:0a:02:00:02"
ROUTER2, TWO = "02:00:0a:03:00:01", "02:00:0a:03:00:02"
t = Traffic(__file__)
for destination in ("10.9.0.1", "10.8.0.1", "10.2.0.2"):
    for flags in (0, DF):
        t.send("left:eth0", ethernet(ROUTER, LEFT, IPV4, datagram("10.1.0.2", destination, payload=b"x" * 1000, ident=5, flags=flags)))
        t.wait(0.3)
t.write()
