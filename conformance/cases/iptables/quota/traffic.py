from frames import *

t = Traffic(__file__)
for size in (5, 5, 200, 5, 80, 5, 5):
    for port in (5000, 5001):
        packet = datagram("10.1.0.2", "10.2.0.2", dport=port, payload=bytes(size))
        t.send("left:eth0", ethernet("02:00:0a:01:00:01", "02:00:0a:01:00:02", IPV4, packet))
t.write()
