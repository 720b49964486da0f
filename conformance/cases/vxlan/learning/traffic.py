from frames import *

HOST, WIRE, OWN = "02:00:00:00:01:01", "02:00:00:00:01:02", "02:00:00:00:04:01"
t = Traffic(__file__)


def arrives(remote, source, vni=42, to=OWN):
    frame = padded(ethernet(to, source, LOCAL))
    t.send("h1:eth0,in", ethernet(HOST, WIRE, IPV4, datagram(remote, "10.0.0.1", 40000, 4789, vxlan(vni, frame))))


def leaves(to, device="vx0"):
    t.send("h1:" + device, padded(ethernet(to, OWN, LOCAL)))


leaves("02:00:00:00:00:01")             # unknown: to the one remote
arrives("10.0.0.2", "02:00:00:00:00:01")
arrives("10.0.0.3", "02:00:00:00:00:02")
leaves("02:00:00:00:00:02")
arrives("10.0.0.2", "02:00:00:00:00:02")  # it moved
leaves("02:00:00:00:00:02")
arrives("10.0.0.3", "02:00:00:00:00:05")  # a static entry, from where it should be,
arrives("10.0.0.2", "02:00:00:00:00:05")  # and from elsewhere
leaves("02:00:00:00:00:05")
arrives("10.0.0.2", "02:00:00:00:00:06")  # a dynamic one may move
leaves("02:00:00:00:00:06")
arrives("10.0.0.2", OWN)
arrives("10.0.0.2", ZERO)
arrives("10.0.0.2", "01:00:5e:00:00:09")
arrives("10.0.0.2", BROADCAST)
arrives("10.0.0.2", "02:00:00:00:00:07")  # the sixth
arrives("10.0.0.3", "02:00:00:00:00:08")  # is one too many
leaves("02:00:00:00:00:08")
arrives("10.0.0.2", "02:00:00:00:00:01", 43)  # nolearning
leaves("02:00:00:00:00:01", "vx1")
arrives("10.0.0.2", ZERO, 43)
arrives("10.0.0.2", "02:00:00:00:04:02", 43)
t.write()
