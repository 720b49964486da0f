from frames import *

A0, A1, B, C = "02:00:00:00:00:0a", "02:00:00:00:01:0a", "02:00:00:00:00:0b", "02:00:00:00:00:0c"
FROM, TO = "10.0.0.1", "10.0.0.2"
# A timestamp and a recorded route stay with the first fragment, a source route and a stream go with all.
OPTIONS = {
    "timestamp": b"\x44\x0c\x05\x00" + bytes(8),
    "record": b"\x07\x0b\x04" + bytes(8) + b"\x01",
    "router alert, record": b"\x94\x04\x00\x00\x07\x07\x04" + bytes(4) + b"\x00",
    "stream, timestamp": b"\x88\x04\x00\x01\x44\x08\x05\x00" + bytes(4),
}
t = Traffic(__file__)
t.send("b:eth0", arp_request(B, TO, "10.0.0.200"))
t.send("c:eth0", arp_request(C, TO, "10.0.0.200"))
for ident, options in enumerate(OPTIONS.values(), 1):
    payload = udp(FROM, TO, 4000 + ident, 5000, bytes(120))
    for there, here, where in ((B, A0, "a:eth0"), (C, A1, "a:eth1")):
        t.send(where, ethernet(there, here, IPV4, ipv4(FROM, TO, UDP, payload, ident=ident, flags=0, options=options)))
        for packet in fragments(FROM, TO, UDP, payload, [64], 100 + ident, options=options):
            t.send(where, ethernet(there, here, IPV4, packet))
t.write()
