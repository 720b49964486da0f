from frames import *

t = Traffic(__file__)
t.send("a:lo", ethernet(ZERO, ZERO, LOCAL, bytes(46)))
t.send("a:lo", ethernet("02:00:00:00:00:99", ZERO, LOCAL, bytes(46)))
t.send("a:lo", ethernet(BROADCAST, ZERO, LOCAL, bytes(46)))
t.send("a:lo", ethernet(ZERO, ZERO, IPV4, echo("10.0.0.10", "10.0.0.10")))
t.send("a:lo", ethernet(ZERO, ZERO, IPV4, echo("127.0.0.1", "127.0.0.1")))
t.send("a:lo", ethernet(ZERO, ZERO, IPV4, echo("10.0.0.10", "127.0.0.1")))
t.send("a:lo", ethernet(ZERO, ZERO, IPV4, echo("10.9.9.9", "10.0.0.10")))
t.send("a:lo", arp_request(ZERO, "10.0.0.10", "10.0.0.10"))
t.send("a:lo", ethernet(ZERO, ZERO, VLAN, vlan(5, LOCAL, bytes(46))))
t.write()
