from frames import *

HOST, WIRE, OWN = "02:00:00:00:01:01", "02:00:00:00:01:02", "02:00:00:00:04:01"
t = Traffic(__file__)


def arrives(remote, to="10.0.0.1"):
    frame = padded(ethernet(OWN, "02:00:00:00:00:0a", LOCAL))
    t.send("h1:eth0,in", ethernet(HOST, WIRE, IPV4, datagram(remote, to, 40000, 4789, vxlan(42, frame))))


t.send("h1:vx0", padded(ethernet("02:00:00:00:00:02", OWN, LOCAL)))
t.send("h1:vx0", padded(ethernet("02:00:00:00:00:02", OWN, LOCAL)))
t.send("h1:vx0", padded(ethernet("02:00:00:00:00:03", OWN, LOCAL)))
arrives("10.0.0.2")
arrives("10.0.0.2")
arrives("10.0.0.4")
arrives("10.0.0.2", "10.0.9.1")
t.write()
