from frames import *

t = Traffic(__file__)
inner = ethernet("02:00:0a:03:00:02", "02:00:0a:03:00:09", IPV4, datagram("10.3.0.9", "10.3.0.2"))
for ident in range(1, 11):
    t.send("here:@ip", ipv4("10.3.0.2", "10.3.0.255", UDP, udp("10.3.0.2", "10.3.0.255", 53, 4789, vxlan(42, inner)), ident=ident))
t.write()
