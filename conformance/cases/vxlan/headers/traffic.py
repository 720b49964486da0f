from frames import *

A, B = "02:00:00:00:00:0a", "02:00:00:00:00:0b"
t = Traffic(__file__)
for tunnel in (1, 2, 3, 4):
    for tos in (0, 0x11, 0x2A, 0x33):
        t.send("h1:vx%d" % tunnel, ethernet(B, A, IPV4, datagram("10.1.0.1", "10.1.0.2", tos=tos, ttl=9, flags=0)))
    t.send("h1:vx%d" % tunnel, ethernet(B, A, IPV4, datagram("10.1.0.1", "10.1.0.2", ttl=1)))
    t.send("h1:vx%d" % tunnel, padded(ethernet(B, A, LOCAL)))
    header = bytes.fromhex("6ab0000000083a21") + bytes(15) + b"\1" + bytes(15) + b"\2"
    t.send("h1:vx%d" % tunnel, ethernet(B, A, IPV6, header + bytes(8)))
    t.send("h1:vx%d" % tunnel, ethernet(B, A, VLAN, vlan(5, IPV4, datagram("10.1.0.1", "10.1.0.2", tos=0x12, ttl=8))))
t.send("h1:vx1", ethernet(B, A, IPV4, b"\x45\0\0\x1c"))
for source in ("10.1.0.1", "10.1.0.9"):
    for words in (0, 4, 5):
        t.send("h1:vx5", ethernet(B, A, IPV4, datagram(source, "10.1.0.2", header_words=words)))
t.write()
