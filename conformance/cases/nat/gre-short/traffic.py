from frames import *

A, LAN, OUT, WAN = "02:00:00:00:00:0a", "02:00:00:00:0c:01", "02:00:00:00:00:09", "02:00:00:00:0c:02"
t = Traffic(__file__)


def outwards(payload, host="192.0.2.9"):
    t.send("a:eth0", ethernet(LAN, A, IPV4, ipv4("10.0.0.2", host, 47, payload)))


def inwards(payload, host="192.0.2.9"):
    t.send("out:eth0", ethernet(WAN, OUT, IPV4, ipv4(host, "192.0.2.1", 47, payload)))


plain = bytes.fromhex("00000800")
for more in (b"", b"abc", b"abcd", b"abcdefgh"):
    outwards(plain + more)
    inwards(plain + more)
for more in (b"", b"abc", b"abcd"):
    inwards(plain + more, "192.0.2.77")
point = bytes.fromhex("2001880b")
for call in (1, 7):
    outwards(point + bytes([0, 0, 0, call]) + b"data", "192.0.2.%d" % (80 + call))
    inwards(point + bytes([0, 0, 0, call]) + b"data", "192.0.2.%d" % (90 + call))
outwards(bytes.fromhex("00020800") + b"abcd", "192.0.2.78")
inwards(bytes.fromhex("00020800") + b"abcd", "192.0.2.79")
t.write()
