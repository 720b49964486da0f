from frames import *

ROUTER, LEFT = "02:00:0a:01:00:01", "02:00:0a:01:00:02"
RIGHT_SIDE, RIGHT = "02:00:0a:02:00:01", "02:00:0a:02:00:02"
t = Traffic(__file__)
for port in range(5000, 5008):
    there = datagram("10.1.0.2", "10.2.0.2", 4000, port)
    t.send("left:eth0", ethernet(ROUTER, LEFT, IPV4, there))
    t.send("right:eth0", ethernet(RIGHT_SIDE, RIGHT, IPV4, datagram("10.2.0.2", "10.1.0.2", port, 4000)))
    t.send("left:eth0", ethernet(ROUTER, LEFT, IPV4, there))
    unreachable = ipv4("10.2.0.2", "10.1.0.2", ICMP, icmp(3, 3, 0, 0, there))
    t.send("right:eth0", ethernet(RIGHT_SIDE, RIGHT, IPV4, unreachable))
    t.wait(0.05)
t.write()
