from sides import *

t = Sides(__file__)
t.left(segment(L, R, 4000, 80, "S"))
t.left(segment(L, "10.1.0.1", 4000, 80, "S"))
t.left(segment(L, R, 4000, 81, "S"))
for dport in 53, 54, 55:
    t.left(datagram(L, R, 4000, dport))
    t.left(datagram(L, "10.1.0.1", 4000, dport))
    for piece in fragments(L, R, UDP, udp(L, R, 4001, dport, bytes(40)), [24], 7):
        t.left(piece)
t.left(ipv4(L, R, TCP, tcp(L, R, 4000, 80, "S")[:7]))
t.left(echo(L, R))
t.write()
