from frames import *

ROUTER, LEFT = "02:00:0a:01:00:01", "02:00:0a:01:00:02"
ROUTER1, ONE = "02:00:0a:02:00:01", "02:00:0a:02:00:02"
ROUTER2, TWO = "02:00:0a:03:00:01", "02:00:0a:03:00:02"
t = Traffic(__file__)
for port in range(1000, 1020):
    t.send("left:eth0", ethernet(ROUTER, LEFT, IPV4, datagram("10.1.0.2", "10.9.0.1", sport=port)))
    t.wait(0.05)
for port in range(1000, 1008):
    t.send("left:eth0", ethernet(ROUTER, LEFT, IPV4, ipv4("10.1.0.2", "10.9.0.1", 6, tcp("10.1.0.2", "10.9.0.1", port, 80, "S"))))
    t.wait(0.05)
for i in (1, 2, 3, 4):
    t.send("left:eth0", ethernet(ROUTER, LEFT, IPV4, echo("10.1.0.2", "10.9.0.%d" % i)))
    t.wait(0.05)
for piece in fragments("10.1.0.2", "10.9.0.1", 17, udp("10.1.0.2", "10.9.0.1", 1001, 5000, b"x" * 64), (32, 40), 77):
    t.send("left:eth0", ethernet(ROUTER, LEFT, IPV4, piece))
    t.wait(0.05)
t.write()
