from frames import *

ONE, TWO = "10.1.0.1", "10.1.0.2"
V1, V2, V3 = ("02:00:00:00:04:%02x" % n for n in (1, 2, 3))
t = Traffic(__file__)
t.send("h3:eth0", padded(ethernet(BROADCAST, "02:00:00:00:01:03", LOCAL)))
t.wait(2)
t.send("h1:vx0", padded(ethernet("02:00:00:00:00:99", V1, LOCAL)))
t.wait(2)
t.send("h1:@ip", echo(ONE, TWO, ident=1))
t.send("h1:@ip", echo(ONE, TWO, ident=2))
t.send("h2:vx0", padded(ethernet(BROADCAST, V2, LOCAL)))
t.send("h1:vx1", padded(ethernet(BROADCAST, "02:00:00:00:05:01", LOCAL)))
t.send("h3:vx0", padded(ethernet(BROADCAST, V3, LOCAL)))
outer = "01:00:5e:01:01:01"
inner = padded(ethernet(V2, "02:00:00:00:00:77", LOCAL))
for wrong in (0, 1):
    t.send("h3:eth0", ethernet(outer, "02:00:00:00:01:03", IPV4,
                               datagram("10.0.0.3", "239.1.1.1", 5000, 4789, vxlan(42, inner), ttl=1, wrong_by=0)
                               if not wrong else
                               ipv4("10.0.0.3", "239.1.1.1", UDP,
                                    udp("10.0.0.3", "239.1.1.1", 5000, 4789, vxlan(42, inner), wrong_by=1), ttl=1)))
t.send("h3:eth0", ethernet(outer, "02:00:00:00:01:03", IPV4,
                           datagram("10.0.0.3", "239.1.1.1", 5000, 4791, vxlan(42, inner), ttl=1)))
t.send("h2:vx0", padded(ethernet("02:00:00:00:00:77", V2, LOCAL)))
t.wait(2.5)
t.send("h2:vx0", padded(ethernet(BROADCAST, V2, LOCAL)))
t.wait(1)
t.send("h2:vx0", padded(ethernet(BROADCAST, V2, LOCAL)))
t.write()
