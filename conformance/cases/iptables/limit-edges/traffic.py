from frames import *

ROUTER, LEFT = "02:00:0a:01:00:01", "02:00:0a:01:00:02"
t = Traffic(__file__)
for pause in (0,) * 7 + (4, 0, 0, 4, 0, 0):
    t.wait(pause)
    t.send("left:eth0", ethernet(ROUTER, LEFT, IPV4, datagram("10.1.0.2", "10.2.0.2")))
t.write()
