from frames import *

A, B, C, BR = "02:00:00:00:00:0a", "02:00:00:00:00:0b", "02:00:00:00:00:0c", "02:00:00:00:0b:00"
t = Traffic(__file__)
for who, address, ip in (("a", A, 1), ("b", B, 2), ("c", C, 3)):
    t.send(who + ":eth0", arp_request(address, "10.0.0.%d" % ip, "10.0.0.200"))


def cut(size, sizes, ident, to=B, destination="10.0.0.2", dport=5000, order=None, flags=0, **fields):
    packets = fragments("10.0.0.1", destination, UDP, udp("10.0.0.1", destination, 4000, dport, bytes(size)), sizes, ident, **fields)
    for i in order or range(len(packets)):
        t.send("a:eth0", ethernet(to, A, IPV4, packets[i]))


cut(2000, (1480,), 1)
cut(2000, (800, 800), 2, order=(2, 0, 1))
cut(200, (96,), 3)
cut(2000, (1480,), 4, to=C, destination="10.0.0.3")
cut(2000, (1000,), 5, to=C, destination="10.0.0.3")
cut(2000, (1480,), 6, dport=666)
cut(300, (104,), 7, to=BROADCAST, destination="10.0.0.255")
cut(300, (104,), 8, to=BR, destination="10.0.0.254")
cut(2000, (1480,), 9, order=(0,))
t.send("a:eth0", ethernet(C, A, IPV4, datagram("10.0.0.1", "10.0.0.3", payload=bytes(1330), flags=0, ident=10)))
t.send("a:eth0", ethernet(C, A, IPV4, datagram("10.0.0.1", "10.0.0.3", payload=bytes(1330), ident=11)))
t.send("a:eth0", ethernet(C, A, IPV4, datagram("10.0.0.1", "10.0.0.3", payload=bytes(1272), ident=12)))
t.write()
