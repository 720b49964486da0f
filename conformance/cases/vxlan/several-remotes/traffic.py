from frames import *

HERE = "02:00:00:00:04:01"
t = Traffic(__file__)
t.send("h1:vx0", padded(ethernet(BROADCAST, HERE, LOCAL)))
t.send("h1:vx0", arp_request(HERE, "10.1.0.1", "10.1.0.3"))
t.send("h1:vx0", ethernet("02:00:00:00:04:03", HERE, IPV4, echo("10.1.0.1", "10.1.0.3")))
t.send("h1:vx0", arp_request(HERE, "10.1.0.1", "10.1.0.4"))
t.send("h1:vx0", ethernet("02:00:00:00:04:04", HERE, IPV4, echo("10.1.0.1", "10.1.0.4")))
t.send("h1:vx0", padded(ethernet("02:00:00:00:00:99", HERE, LOCAL)))
t.send("h4:vx0", padded(ethernet(BROADCAST, "02:00:00:00:04:04", LOCAL)))
t.send("h4:vx0", padded(ethernet(HERE, "02:00:00:00:04:04", LOCAL)))
t.send("h3:vx0", padded(ethernet(BROADCAST, "02:00:00:00:04:03", LOCAL)))
t.write()
