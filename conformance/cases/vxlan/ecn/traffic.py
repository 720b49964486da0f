from frames import *

HOST, WIRE, OWN = "02:00:00:00:01:01", "02:00:00:00:01:02", "02:00:00:00:04:01"
t = Traffic(__file__)
for outer in (0, 1, 2, 3):
    for inner in (0, 1, 2, 3):
        frame = ethernet(OWN, "02:00:00:00:00:0a", IPV4, datagram("10.1.0.2", "10.1.0.1", tos=0x20 | inner))
        packet = datagram("10.0.0.2", "10.0.0.1", 40000, 4789, vxlan(42, frame), tos=0x40 | outer)
        t.send("h1:eth0,in", ethernet(HOST, WIRE, IPV4, packet))
    for inner in (0x60000000, 0x60200000):
        header = struct.pack(">I", inner) + bytes.fromhex("00083a40") + bytes(15) + b"\1" + bytes(15) + b"\2"
        frame = ethernet(OWN, "02:00:00:00:00:0a", IPV6, header + bytes(8))
        packet = datagram("10.0.0.2", "10.0.0.1", 40000, 4789, vxlan(42, frame), tos=outer)
        t.send("h1:eth0,in", ethernet(HOST, WIRE, IPV4, packet))
t.write()
