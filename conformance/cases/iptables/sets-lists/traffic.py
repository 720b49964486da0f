from frames import *

ROUTER, LEFT = "02:00:0a:01:00:01", "02:00:0a:01:00:02"
t = Traffic(__file__)
for port in range(5000, 5008):
    for last in (2, 3, 4, 9):
        t.send("left:eth0", ethernet(ROUTER, LEFT, IPV4, datagram(f"10.1.0.{last}", "10.2.0.2", dport=port)))
for port, lasts in ((5008, (2, 3, 4, 5, 2)), (5009, (2, 5, 6))):
    for last in lasts:
        t.send("left:eth0", ethernet(ROUTER, LEFT, IPV4, datagram(f"10.1.0.{last}", "10.2.0.2", dport=port)))
t.write()
