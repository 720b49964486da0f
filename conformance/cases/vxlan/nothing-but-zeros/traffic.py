from frames import *

t = Traffic(__file__)
H1, WIRE = "02:00:00:00:01:01", "02:00:00:00:05:01"
VX1, BR2 = "02:00:00:00:04:01", "02:00:00:00:04:02"


def packet(network, size):
    return ipv4("10.%d.0.2" % network, "10.%d.0.1" % network, ICMP, bytes(size))


def tunnelled(vni, frame, sums=True):
    segment = udp("10.0.0.2", "10.0.0.1", 5000, 4789, vxlan(vni, frame))
    if not sums:
        segment = segment[:6] + b"\0\0" + segment[8:]
    t.send("wire:p1", ethernet(H1, WIRE, IPV4, ipv4("10.0.0.2", "10.0.0.1", UDP, segment)))


for size in (0, 4, 8, 100):
    t.send("wire:p1", ethernet(H1, WIRE, IPV4, packet(0, size)))
    for vni, mac in ((1, VX1), (2, BR2)):
        inside = ethernet(mac, "02:00:00:00:04:09", IPV4, packet(vni, size))
        tunnelled(vni, inside)
        tunnelled(vni, inside, sums=False)
t.write()
