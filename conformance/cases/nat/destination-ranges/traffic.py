from sides import *

t = Sides(__file__)
for host in 2, 3, 4:
    for to in "10.1.0.1", "192.0.2.1":
        for dport in 6000, 6001:
            t.left(datagram("10.1.0.%d" % host, to, 4000, dport))
# A range of ports: one source port after the other, then the same one from another published port.
t.left(datagram(L, "10.1.0.1", 4001, 6002))
t.left(datagram(L, "10.1.0.1", 4002, 6002))
t.left(datagram(L, "10.1.0.1", 4001, 6005))
t.left(datagram(L, "192.0.2.1", 4001, 6005))
t.left(datagram(L, "192.0.2.2", 4001, 6005))
t.left(datagram(L, "192.0.2.3", 4001, 6002))
t.left(datagram(L, "10.1.0.1", 4001, 6006))
for dport in 6100, 6101, 6150, 6199:
    t.left(datagram(L, "10.1.0.1", 4003, dport))
t.left(datagram(L, "192.0.2.1", 4003, 6150))
t.left(segment(L, R, 4004, 6003, "S"))
t.right(segment(R, L, 7003, 4004, "SA", 9, 1))
t.left(segment(L, "10.1.0.1", 4004, 6004, "S"))
t.left(segment(L, "10.1.0.1", 4005, 6004, "S"))
t.left(echo(L, "10.2.0.77", ident=505))
t.left(echo(L, "10.2.0.77", ident=9))
t.left(echo("10.1.0.3", "10.2.0.77", ident=9))
t.left(echo(L, "10.2.0.78", ident=9))
t.right(ipv4(R, L, ICMP, icmp(0, 0, 505, 1)))
t.write()
