from frames import *

ROUTER, LEFT = "02:00:0a:01:00:01", "02:00:0a:01:00:02"
A, ME, ALL = "10.1.0.2", "10.1.0.1", "10.1.0.255"
UDP_LITE = 136
t = Traffic(__file__)


def send(payload, coverage, to=ME, mac=ROUTER, wrong_by=0, cut=None, tail=b""):
    """The checksum covers so many bytes, 0 for all; tail is put behind what was summed."""
    whole = 8 + len(payload)
    head = struct.pack(">HHHH", 1, 2, coverage, 0)
    covered = (head + payload)[: coverage or whole]
    pseudo = socket.inet_aton(A) + socket.inet_aton(to) + struct.pack(">BBH", 0, UDP_LITE, whole + len(tail))
    value = (checksum(pseudo + covered) + wrong_by) & 0xFFFF
    segment = struct.pack(">HHHH", 1, 2, coverage, value) + payload + tail
    t.send("left:eth0", ethernet(mac, LEFT, IPV4, ipv4(A, to, UDP_LITE, segment[:cut])))


send(b"all of it", 0)
send(b"all of it", 17)
send(b"the header", 8)
send(b"and a bit", 9)
send(b"damaged", 0, wrong_by=1)
send(b"damaged head", 8, wrong_by=1)
send(b"behind the cover", 8, tail=b"whatever")
send(b"covered", 0, tail=b"whatever")
send(b"too little", 7)
send(b"too much", 17)
send(b"short", 0, cut=7)
send(b"long" * 100, 0, wrong_by=1)
segment = struct.pack(">HHHH", 1, 2, 8, 0) + b"no checksum"
t.send("left:eth0", ethernet(ROUTER, LEFT, IPV4, ipv4(A, ME, UDP_LITE, segment)))
for wrong in (0, 1):
    for coverage in (0, 8):
        send(b"to everybody", coverage, ALL, BROADCAST, wrong)
        send(b"to everybody" * 10, coverage, ALL, BROADCAST, wrong)
send(b"many", 0, "224.0.0.1", "01:00:5e:00:00:01")
t.write()
