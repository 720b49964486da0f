from frames import *

A, B = "02:00:00:00:00:0a", "02:00:00:00:00:0b"
t = Traffic(__file__)


def tagged(tags, kind, payload):
    for number in range(tags):
        kind, payload = VLAN, vlan(number + 1, kind, payload)
    return ethernet(B, A, kind, payload)


packet = datagram("10.1.0.1", "10.1.0.2", tos=0x12, ttl=8)
for tags in (0, 1, 2, 6, 7, 8, 9):
    t.send("h1:vx2", tagged(tags, IPV4, packet))
for tags in (1, 2):
    t.send("h1:vx2", tagged(tags, IPV4, packet[:19]))
    t.send("h1:vx2", tagged(tags, VLAN, b""))
    t.send("h1:vx2", tagged(tags, VLAN, b"\0\7"))
    t.send("h1:vx2", tagged(tags, VLAN, b"\0\7\x08\0"))
    t.send("h1:vx2", tagged(tags, LOCAL, b""))
t.send("h1:vx2", ethernet(B, A, QINQ, vlan(9, VLAN, vlan(5, IPV4, packet))))
t.send("h1:vx2", ethernet(B, A, VLAN, b"\0\7\x08"))
t.write()
