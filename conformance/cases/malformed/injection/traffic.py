from frames import *

HERE, THERE = "02:00:00:00:00:0a", "02:00:00:00:01:0b"
t = Traffic(__file__)
for length in 0, 1, 13, 14, 15:
    t.send("a:eth1", ethernet(THERE, HERE, LOCAL, bytes(1))[:length])
for where, mtu in ("a:eth1", 600), ("a:br0", 1500), ("a:vx0", 800):
    for kind, most in (LOCAL, mtu), (IPV4, mtu), (VLAN, mtu + 4), (QINQ, mtu):
        t.send(where, ethernet(THERE, HERE, kind, bytes(most)))
        t.send(where, ethernet(THERE, HERE, kind, bytes(most + 1)))
t.send("b:eth1", ethernet(HERE, THERE, LOCAL, bytes(600)))
t.send("b:eth1", ethernet(HERE, THERE, LOCAL, bytes(605)))
t.send("b:eth1", ethernet(HERE, THERE, LOCAL, bytes(1500)))
t.send("b:eth1", ethernet(HERE, THERE, LOCAL, bytes(1501)))
t.send("b:eth1", ethernet(HERE, THERE, LOCAL, bytes(3000)))
t.write()
