from frames import *

ROUTER, LEFT = "02:00:0a:01:00:01", "02:00:0a:01:00:02"
t = Traffic(__file__)
t.send("left:eth0", ethernet(ROUTER, LEFT, IPV4, datagram("10.1.0.2", "10.3.0.2")))
t.wait(3.5)
t.send("left:eth0", ethernet(ROUTER, LEFT, IPV4, datagram("10.1.0.2", "10.3.0.2")))
t.send("left:eth0", ethernet(ROUTER, LEFT, IPV4, datagram("10.1.0.2", "10.3.0.2", ttl=1)))
t.write()
