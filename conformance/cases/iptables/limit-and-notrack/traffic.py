from frames import *

ROUTER, LEFT = "02:00:0a:01:00:01", "02:00:0a:01:00:02"
t = Traffic(__file__)
for port in (5000, 5001, 5002, 5003):
    t.send("left:eth0", ethernet(ROUTER, LEFT, IPV4, datagram("10.1.0.2", "10.2.0.2", dport=port)))
for pause in (0.3, 0.3, 0.7, 1.2, 0.2, 0.2, 3.5):
    t.wait(pause)
    t.send("left:eth0", ethernet(ROUTER, LEFT, IPV4, datagram("10.1.0.3", "10.2.0.2")))
t.write()
