from frames import *

ROUTER, LEFT = "02:00:0a:01:00:01", "02:00:0a:01:00:02"
t = Traffic(__file__)
for port in (5000, 5001, 5002, 5003):
    t.send("left:eth0", ethernet(ROUTER, LEFT, IPV4, datagram("10.1.0.2", "10.9.0.9", 40000, port)))
    t.wait(0.1)
for source in ("10.9.0.9", "10.9.0.1", "10.9.0.2"):
    t.send("left:eth0", ethernet(ROUTER, LEFT, IPV4, echo(source, "10.1.0.1", payload=b"whose way?")))
    t.wait(0.1)
t.write()
