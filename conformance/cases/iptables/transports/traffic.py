from frames import *

ROUTER, LEFT = "02:00:0a:01:00:01", "02:00:0a:01:00:02"
SCTP, DCCP, AH, ESP, IPCOMP = 132, 33, 51, 50, 108
t = Traffic(__file__)


def send(protocol, payload, **fields):
    t.send("left:eth0", ethernet(ROUTER, LEFT, IPV4, ipv4("10.1.0.2", "10.2.0.2", protocol, payload, **fields)))


def segment(flags, options=b"", payload=b"", dport=80):
    return tcp("10.1.0.2", "10.2.0.2", 4000, dport, flags, options=options, payload=payload)


def chunk(kind, flags, body=b"data", length=None):
    length = 4 + len(body) if length is None else length
    padding = bytes(-len(body) % 4)
    return bytes((kind, flags)) + length.to_bytes(2, "big") + body + padding


def sctp(*chunks, sport=4000, dport=80):
    return sport.to_bytes(2, "big") + dport.to_bytes(2, "big") + bytes(8) + b"".join(chunks)


def dccp(kind, options=b"", body=b"", offset=None, long=0):
    fixed = 12 + 4 * long + {0: 4, 1: 12, 2: 0, 7: 12}.get(kind, 8 if kind < 10 else 12)
    offset = (fixed + len(options)) // 4 if offset is None else offset
    start = bytes((0x0F, 0xA0, 0, 80, offset, 0, 0, 0, kind << 1 | long, 0, 0, 1))
    return start + bytes(fixed - 12) + options + body


MSS = b"\x02\x04\x05\xb4"
for flags, options in (
    ("S", MSS),
    ("S", b""),
    ("S", b"\x01\x01\x04\x02" + MSS),
    ("S", b"\x08\x0a" + bytes(8) + b"\x01\x00"),
    ("S", b"\x02\x04\x02\x18"),
    ("S", b"\x02\x03\x05\x02\x04\x05\xb4\x00"),
    ("S", b"\x02\x04\x05\xb4\x02\x04\x02\x18"),
    ("S", b"\x05\x00\x03\x03\x07\x01\x01\x00"),
    ("S", b"\x01\x01\x01\x02"),
    ("S", b"\x01\x01\x02\x04"),
    ("A", b"\x22\x02\x00\x00"),
    ("SA", MSS),
    ("R", b""),
    ("", b""),
    ("FSRPAU", MSS),
):
    send(TCP, segment(flags, options))
send(TCP, segment("A", payload=b"x" * 40, dport=85))
cut = bytearray(segment("S"))
cut[12] = 0x40
send(TCP, bytes(cut))
cut[12] = 0xF0
send(TCP, bytes(cut))
send(TCP, segment("S")[:19])
send(TCP, segment("S")[:16], flags=MF, ident=7)
send(TCP, b"evil offs", offset=8, ident=7)
send(TCP, b"y" * 24, offset=16, ident=7)
send(TCP, b"P" * 24, offset=16, ident=7)
send(TCP, bytes(12) + b"\x60" * 8 + b"\x02\x04\x02\x18", offset=16, ident=7)
send(TCP, segment("S", payload=b"z" * 12), flags=MF, ident=8)
send(TCP, b"z" * 24, offset=32, ident=8)

DATA, INIT, SACK, ABORT, DONE = 0, 1, 3, 6, 14
for packet in (
    sctp(chunk(DATA, 3)),
    sctp(chunk(DATA, 2)),
    sctp(chunk(DATA, 1)),
    sctp(chunk(DATA, 4), chunk(SACK, 0)),
    sctp(chunk(DATA, 3), chunk(DATA, 0)),
    sctp(chunk(DATA, 3, b"odd"), chunk(SACK, 0, b"o"), chunk(INIT, 0)),
    sctp(chunk(INIT, 0), dport=90),
    sctp(chunk(SACK, 0), sport=5000, dport=91),
    sctp(chunk(ABORT, 0)),
    sctp(chunk(ABORT, 1)),
    sctp(chunk(DONE, 1)),
    sctp(chunk(200, 0)),
    sctp(chunk(DATA, 0, length=2000)),
    sctp(chunk(DATA, 0, length=3)),
    sctp(chunk(DATA, 3), b"\0\0"),
    sctp(chunk(SACK, 0, length=0)),
    sctp(),
    sctp()[:11],
):
    send(SCTP, packet)
send(SCTP, sctp(chunk(DATA, 3)) + bytes(8), flags=MF, ident=9)
send(SCTP, sctp(chunk(DATA, 3)), offset=32, ident=9)

for packet in (
    dccp(0),
    dccp(0, b"\x20\x03\x01\x00"),
    dccp(1, b"\x02\x20\x03\x00"),
    dccp(1, b"\x01\x02\x00\x00", long=1),
    dccp(2, b"", b"\x20"),
    dccp(3, b"\x21\x04\x20\x20"),
    dccp(7, b"\x20\x02\x00\x00"),
    dccp(10, b"\x20\x02\x00\x00"),
    dccp(15),
    dccp(3, offset=3),
    dccp(3, offset=60),
    dccp(2)[:11],
):
    send(DCCP, packet)

for spi in (0, 255, 256, 257, 300, 301, 0xFFFFFFFF):
    send(AH, b"\x06\x01\0\0" + spi.to_bytes(4, "big") + bytes(4))
    send(ESP, spi.to_bytes(4, "big") + bytes(4))
for cpi in (0, 256, 300, 65535):
    send(IPCOMP, b"\x06\0" + cpi.to_bytes(2, "big"))
send(AH, bytes(11))
send(ESP, bytes(7))
send(IPCOMP, bytes(3))
send(ESP, bytes(16), offset=16, ident=10)
t.write()
