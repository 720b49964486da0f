from frames import *

ROUTER, LEFT = "02:00:0a:01:00:01", "02:00:0a:01:00:02"
t = Traffic(__file__)


def mss(size):
    return bytes([2, 4]) + struct.pack(">H", size)


def send(dport, options=b"", flags="S", payload=b"", source="10.1.0.2", destination="10.2.0.2", cut=None, **fields):
    segment = tcp(source, destination, 4000, dport, flags, options=options, payload=payload)
    t.send("left:eth0", ethernet(ROUTER, LEFT, IPV4, ipv4(source, destination, TCP, segment[:cut], **fields)))


NOOP, WINDOW, STAMP = b"\1", b"\3\3\7", b"\x08\x0a" + bytes(8)
for size in (1460, 1360, 1359, 536, 0, 65535):
    send(80, mss(size))
send(80, mss(1460), destination="10.9.0.1")
send(80, mss(1460), source="10.8.0.1")
send(80, mss(1460), source="10.7.0.1")
send(80, mss(1460), flags="SA")
send(80, mss(1460), flags="SR")
# Without an option: one is added, unless there is data or no room.
for port in (80, 81, 82, 83):
    send(port)
send(81, NOOP + WINDOW + STAMP + NOOP * 2)
send(81, STAMP * 4)
send(81, payload=b"data")
send(81, mss(1460), payload=b"data")
send(81, NOOP * 2 + WINDOW + mss(1460) + STAMP)
send(81, mss(1460) + mss(1400))
send(81, b"\x05\0\0\0" + mss(1460))
send(81, WINDOW + b"\x02\x03" + mss(1460))
send(81, b"\x22\x28" + bytes(6))
send(83, flags="A")
send(83, flags="A", payload=b"data")
send(83, cut=19)
segment = tcp("10.1.0.2", "10.2.0.2", 4000, 83, "S")
for words in (4, 6):
    broken = segment[:12] + bytes([words << 4]) + segment[13:]
    t.send("left:eth0", ethernet(ROUTER, LEFT, IPV4, ipv4("10.1.0.2", "10.2.0.2", TCP, broken)))
for packet in fragments("10.1.0.2", "10.2.0.2", TCP, tcp("10.1.0.2", "10.2.0.2", 4000, 83, "S", payload=bytes(40)), (24,), 7):
    t.send("left:eth0", ethernet(ROUTER, LEFT, IPV4, packet))
send(84, mss(1460))
send(85, mss(1460))
wrong = tcp("10.1.0.2", "10.2.0.2", 4000, 85, "S", options=mss(1460), wrong_by=5)
t.send("left:eth0", ethernet(ROUTER, LEFT, IPV4, ipv4("10.1.0.2", "10.2.0.2", TCP, wrong)))
t.write()
