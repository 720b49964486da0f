from frames import *

ROUTER, LEFT = "02:00:0a:01:00:01", "02:00:0a:01:00:02"
t = Traffic(__file__)
payloads = (
    b"a" * 29 + b"needle" + b"b" * 20 + b"tail",
    b"needle" + b"a" * 40 + b"needle",
    b"a" * 26 + b"needle" + b"b" * 20,
    b"a" * 32 + b"needle" + b"b" * 20,
    b"a" * 53 + b"needle" + b"b" * 20,
    b"a" * 29 + b"needle" + b"b" * 10 + b"needle" + b"b" * 20,
)
for ident, payload in enumerate(payloads, 77):
    for packet in fragments("10.1.0.2", "10.2.0.2", UDP, udp("10.1.0.2", "10.2.0.2", 4000, 5000, payload), (40, 16), ident):
        t.send("left:eth0", ethernet(ROUTER, LEFT, IPV4, packet))
t.write()
