from sides import *

t = Sides(__file__)
def gre1(source, to, call, sequence=1):
    return ipv4(source, to, GRE, struct.pack(">HHHHI", 0x3001, 0x880B, 4, call, sequence) + b"data")


def gre0(source, to, key=None):
    head = struct.pack(">HH", 0x2000 if key else 0, 0x0800) + (struct.pack(">I", key) if key else b"")
    return ipv4(source, to, GRE, head + b"inside")


for host in "10.1.0.2", "10.1.0.3":
    t.left(gre1(host, R, 7))
    t.left(gre1(host, R, 8))
    t.left(gre0(host, R))
    t.left(gre0(host, R, 9))
    t.left(ipv4(host, R, 50, struct.pack(">II", 5, 1) + b"secret"))
    t.left(ipv4(host, R, 51, struct.pack(">BBHII", 59, 4, 0, 5, 1) + bytes(12)))
    t.left(ipv4(host, R, 99, b"whatever"))
    t.left(ipv4(host, R, 33, bytes.fromhex("0fa0005004000000") + bytes(8)))
    for kind, size in (8, 8), (13, 12), (15, 0), (17, 4):
        t.left(ipv4(host, R, ICMP, icmp(kind, 0, 11, 1, bytes(size))))
t.right(gre1(R, "10.2.0.1", 7))
t.right(gre1(R, "10.2.0.1", 70))
t.right(gre0(R, "10.2.0.1"))
t.left(gre1(L, "10.1.0.1", 20))
t.left(gre0(L, "10.1.0.1"))
t.right(gre1(R, L, 20))
t.right(ipv4(R, "10.2.0.1", 50, struct.pack(">II", 6, 1) + b"secret"))
t.right(ipv4(R, "10.2.0.1", 99, b"whatever"))
for kind, size in (0, 8), (14, 12), (16, 0), (18, 4):
    t.right(ipv4(R, "10.2.0.1", ICMP, icmp(kind, 0, 11, 1, bytes(size))))
t.right(ipv4(R, "10.2.0.1", GRE, struct.pack(">HH", 0x3001, 0x880B)))
t.left(ipv4(L, "10.2.0.3", GRE, bytes(3)))
t.write()
