from frames import *

ROUTER, LEFT = "02:00:0a:01:00:01", "02:00:0a:01:00:02"
ROUTER1, ONE = "02:00:0a:02:00:01", "02:00:0a:02:00:02"
ROUTER2, TWO = "02:00:0a:03:00:01", "02:00:0a:03:00:02"
t = Traffic(__file__)
for i in range(1, 25):
    t.send("left:eth0", ethernet(ROUTER, LEFT, IPV4, datagram("10.1.0.2", "10.9.%d.%d" % (i, 7 * i))))
    t.wait(0.05)
for port in (1, 2, 3):
    t.send("left:eth0", ethernet(ROUTER, LEFT, IPV4, datagram("10.1.0.2", "10.9.1.7", sport=port)))
    t.wait(0.05)
t.write()
