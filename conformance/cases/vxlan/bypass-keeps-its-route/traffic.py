from frames import *

t = Traffic(__file__)
ROUTER, LEFT = "02:00:00:00:01:02", "02:00:00:00:02:01"
VX1, VX2 = "02:00:00:00:04:01", "02:00:00:00:04:02"

t.send("left:eth0", ethernet(ROUTER, LEFT, IPV4, datagram("10.9.0.2", "10.1.0.2", ttl=4)))
t.send("left:eth0", ethernet(ROUTER, LEFT, IPV4, echo("10.1.0.2", "10.9.0.1")))
t.send("h1:@ip", datagram("10.1.0.1", "10.1.0.2"))
t.send("h1:vx1", ethernet(VX2, VX1, IPV4, datagram("10.1.0.9", "10.2.0.1")))
t.send("h1:vx1", ethernet(VX2, VX1, IPV4, datagram("10.1.0.9", "10.9.0.2")))
t.write()
