from frames import *

A, B, C, D, NOBODY = ("02:00:00:00:00:%02x" % n for n in (0x0A, 0x0B, 0x0C, 0x0D, 0x99))
GROUP = "01:00:5e:01:02:03"
t = Traffic(__file__)


def send(end, destination, source):
    t.send(end + ":eth0", padded(ethernet(destination, source, LOCAL)))


def tagged(end, destination, source, number, inner, priority=0, kind=VLAN):
    t.send(end + ":eth0", padded(ethernet(destination, source, kind, vlan(number, LOCAL, inner, priority))))


BRIDGE = "02:00:00:00:00:01"
tagged("a", B, A, 5, b"one")
tagged("b", A, B, 6, b"two")
send("c", A, C)
tagged("a", B, A, 0, b"priority", 7)
tagged("a", C, A, 100, b"service", 3, QINQ)
t.send("a:eth0", padded(ethernet(C, A, QINQ, vlan(7, VLAN, vlan(8, LOCAL, b"both")))))
tagged("c", BROADCAST, C, 4095, b"reserved")
tagged("c", GROUP, C, 9, b"group")
tagged("a", BRIDGE, A, 5, b"up")
t.send("a:eth0", padded(ethernet(BROADCAST, A, VLAN, vlan(5, ARP, arp(1, A, "10.9.0.10", ZERO, "10.9.0.1")))))
t.send("a:eth0", padded(ethernet(BROADCAST, A, VLAN, vlan(0, ARP, arp(1, A, "10.9.0.10", ZERO, "10.9.0.1")))))
tagged("b", "01:80:c2:00:00:0e", B, 5, b"lldp")
t.send("a:eth0", ethernet(B, A, VLAN, vlan(5, LOCAL, bytes(1500))))
t.send("a:eth0", ethernet(B, A, QINQ, vlan(7, VLAN, vlan(8, LOCAL, bytes(1496)))))
tagged("b", A, A, 12, b"moved")
tagged("c", A, C, 13, b"there")
t.write()
