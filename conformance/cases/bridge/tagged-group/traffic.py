from frames import *

HOST, A, GROUP = "02:00:00:00:00:01", "02:00:00:00:00:0a", "01:00:5e:01:02:03"
t = Traffic(__file__)


def broken(payload):
    """IGMP to a group, its checksum wrong, behind whatever tags."""
    return ipv4("10.0.0.1", "239.1.2.3", IGMP, b"\x16\0\0\0" + payload, ttl=1)


for where, source in ("host:br0", HOST), ("a:eth0", A):
    t.send(where, ethernet(GROUP, source, IPV4, broken(b"\xef\1\2\3")))
    t.send(where, ethernet(GROUP, source, VLAN, vlan(5, IPV4, broken(b"\xef\1\2\3"))))
    t.send(where, ethernet(GROUP, source, VLAN, vlan(0, IPV4, broken(b"\xef\1\2\3"))))
    t.send(where, ethernet(GROUP, source, QINQ, vlan(5, VLAN, vlan(6, IPV4, broken(b"\xef\1\2\3")))))
    t.send(where, ethernet(GROUP, source, VLAN, vlan(5, IPV4)))
    t.send(where, ethernet(GROUP, source, VLAN, vlan(5, IPV4, b"\x45\0")))
    t.send(where, ethernet(GROUP, source, VLAN, vlan(5, LOCAL)))
t.write()
