from frames import *

ROUTER, LEFT = "02:00:0a:01:00:01", "02:00:0a:01:00:02"
PLAIN, BESIDE = "02:00:0a:03:00:01", "02:00:0a:03:00:02"
FULL = b"\x44\x08\x09\x01" + b"\x0a\x00\x00\x09"
FREE = b"\x44\x0c\x05\x00" + bytes(8)
t = Traffic(__file__)


def router(packet, to=ROUTER):
    t.send("left:eth0", ethernet(to, LEFT, IPV4, packet))


def plain(packet):
    t.send("left:eth1", ethernet(PLAIN, BESIDE, IPV4, packet))


# Timestamps that there is no room for, or some, or none: the header changes on its way in.
for options in (b"", FULL, FREE):
    plain(echo("10.3.0.2", "10.3.0.1", options=options))
    router(echo("10.1.0.2", "10.1.0.1", options=options))
    router(echo("10.1.0.2", "10.2.0.2", options=options))
# A wrong checksum, forwarded.
router(ipv4("10.1.0.2", "10.2.0.2", UDP, udp("10.1.0.2", "10.2.0.2", 4000, 5000, b"hello", wrong_by=1)))
router(datagram("10.1.0.2", "10.2.0.2"))
# Less than a header, which is summed as if it had a checksum; and a segment for this host in a frame for everybody.
router(ipv4("10.1.0.2", "10.2.0.2", UDP, b"\x01\x02\x03\x04\x05"))
router(ipv4("10.1.0.2", "10.1.0.1", TCP, tcp("10.1.0.2", "10.1.0.1", 4000, 80, "S", seq=7)), to=BROADCAST)
router(ipv4("10.1.0.2", "10.1.0.255", TCP, tcp("10.1.0.2", "10.1.0.255", 4000, 80, "S", seq=7)), to=BROADCAST)
# To everybody: short and long, right and wrong.
for size in (20, 100):
    for wrong in (0, 1):
        router(ipv4("10.1.0.2", "10.1.0.255", UDP,
                    udp("10.1.0.2", "10.1.0.255", 4000, 5000, bytes(size), wrong_by=wrong)), to=BROADCAST)
# Nobody listens: the error is exempted from tracking.
router(datagram("10.1.0.2", "10.1.0.1"))
# Sent by a host itself, in fragments that conntrack puts together, and some that it cannot.
whole = udp("10.2.0.2", "10.2.0.1", 4000, 5000, bytes(range(64)))
for part in fragments("10.2.0.2", "10.2.0.1", UDP, whole, (32,), 77):
    t.send("right:@ip", part)
t.send("right:@ip", ipv4("10.2.0.2", "10.2.0.1", UDP, whole[:32], ident=79, flags=MF))
t.send("right:@ip", ipv4("10.2.0.2", "10.2.0.1", UDP, whole[:24], ident=79, flags=MF, offset=16))
t.write()
