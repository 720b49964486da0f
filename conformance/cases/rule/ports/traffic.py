from frames import *

ROUTER, LEFT = "02:00:0a:01:00:01", "02:00:0a:01:00:02"
ROUTER1, ONE = "02:00:0a:02:00:01", "02:00:0a:02:00:02"
ROUTER2, TWO = "02:00:0a:03:00:01", "02:00:0a:03:00:02"
t = Traffic(__file__)
for port in (4999, 5000, 5005, 5010, 5011):
    t.send("left:eth0", ethernet(ROUTER, LEFT, IPV4, datagram("10.1.0.2", "10.9.0.1", dport=port)))
    t.wait(0.1)
for sport in (80, 81):
    t.send("left:eth0", ethernet(ROUTER, LEFT, IPV4, ipv4("10.1.0.2", "10.9.0.1", 6, tcp("10.1.0.2", "10.9.0.1", sport, 4000, "S"))))
    t.wait(0.1)
for destination in ("10.9.9.1", "10.9.0.1"):
    t.send("left:eth0", ethernet(ROUTER, LEFT, IPV4, echo("10.1.0.2", destination)))
    t.wait(0.1)
for piece in fragments("10.1.0.2", "10.9.0.1", 17, udp("10.1.0.2", "10.9.0.1", 4000, 5000, b"x" * 64), (32, 40), 77):
    t.send("left:eth0", ethernet(ROUTER, LEFT, IPV4, piece))
    t.wait(0.1)
t.write()
