from frames import *

t = Traffic(__file__)
for _ in range(10):
    t.send("left:eth0", ethernet("02:00:0a:01:00:01", "02:00:0a:01:00:02", IPV4, datagram("10.1.0.2", "10.2.0.2")))
t.write()
