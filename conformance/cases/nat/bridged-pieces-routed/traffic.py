from frames import *

A, B, BR, OUT, U = (
    "02:00:00:00:00:0a", "02:00:00:00:00:0b", "02:00:00:00:0b:00", "02:00:00:00:00:09", "02:00:00:00:0b:09")
t = Traffic(__file__)
for who, address, ip in (("a", A, 1), ("b", B, 2)):
    t.send(who + ":eth0", arp_request(address, "10.0.0.%d" % ip, "10.0.0.200"))


def cut(where, source, to, addresses, size, sizes, ident, dport=5000, order=None, sport=4000, **fields):
    packets = fragments(*addresses, UDP, udp(*addresses, sport, dport, bytes(size)), sizes, ident, **fields)
    for i in order or range(len(packets)):
        t.send(where, ethernet(to, source, IPV4, packets[i]))


up = ("10.0.0.1", "192.0.2.9")
cut("a:eth0", A, BR, up, 200, (96,), 1)
cut("a:eth0", A, BR, up, 200, (96,), 2, order=(1, 0))
cut("a:eth0", A, BR, up, 1200, (800,), 3)
cut("a:eth0", A, BR, up, 1472, (1400,), 4)
cut("a:eth0", A, BR, ("10.0.0.1", "10.0.0.2"), 200, (96,), 5, dport=777)
cut("a:eth0", A, B, ("10.0.0.1", "10.0.0.2"), 200, (96,), 6)
cut("out:eth0", OUT, U, ("192.0.2.9", "192.0.2.1"), 200, (96,), 7, sport=5000, dport=4000)
t.write()
