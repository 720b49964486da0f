from frames import *

HOST, WIRE = "02:00:00:00:01:01", "02:00:00:00:01:02"
INNER = padded(ethernet(BROADCAST, "02:00:00:00:00:0a", LOCAL, b"inside"))
t = Traffic(__file__)


def arrives(payload, port=4789, **fields):
    segment = udp("10.0.0.2", "10.0.0.1", 40000, port, payload, **fields)
    t.send("h1:eth0,in", ethernet(HOST, WIRE, IPV4, ipv4("10.0.0.2", "10.0.0.1", UDP, segment)))


def without_checksum(payload):
    segment = udp("10.0.0.2", "10.0.0.1", 40000, 4789, payload)
    segment = segment[:6] + bytes(2) + segment[8:]
    t.send("h1:eth0,in", ethernet(HOST, WIRE, IPV4, ipv4("10.0.0.2", "10.0.0.1", UDP, segment)))


arrives(vxlan(1, INNER))
arrives(vxlan(16777215, INNER))
arrives(vxlan(1, INNER), 8472)
arrives(vxlan(16777215, INNER), 8472)
arrives(vxlan(2, INNER))
arrives(vxlan(4, INNER))
arrives(vxlan(5, INNER), 9999)
arrives(vxlan(1, INNER), wrong_by=1)
without_checksum(vxlan(1, INNER))
arrives(vxlan(1, INNER, flags=0))
arrives(vxlan(1, INNER, flags=0x88))
arrives(vxlan(1, INNER, flags=0x0C))
arrives(b"\x08\0\0\1" + vxlan(1, INNER)[4:])
arrives(vxlan(1, INNER)[:7] + b"\1" + INNER)
arrives(b"")
arrives(vxlan(1, b"")[:7])
arrives(vxlan(1, b""))
arrives(vxlan(1, INNER[:13]))
arrives(vxlan(1, INNER[:14]))
arrives(vxlan(1, ethernet("02:00:00:00:04:01", "02:00:00:00:00:0a", IPV4, b"\x45\0\0\x14")))
segment = udp("10.0.0.2", "10.0.0.1", 40000, 4789, vxlan(1, INNER))
t.send("h1:eth0,in", ethernet(HOST, WIRE, IPV4, ipv4("10.0.0.2", "10.0.0.1", UDP, segment + b"behind it")))
t.write()
