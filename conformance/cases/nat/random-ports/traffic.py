from sides import *

t = Sides(__file__)
# right has no program at any of these ports: it answers with an error that quotes the packet, or with a reset.
for dport in 5000, 5001, 5003, 5005:
    for sport in 400, 800, 4000:
        t.left(datagram(L, R, sport, dport))
for sport in 4000, 4001, 4002:
    t.left(datagram(L, R, sport, 5002))
    t.left(datagram(L, R, sport, 5004))
    t.left(datagram(L, R, sport, 5002))
t.left(datagram(L, R, 4003, 5005))
for sport in 700, 4000:
    t.left(segment(L, R, sport, 80, "S", seq=1000))
for ident in 150, 7:
    t.left(echo(L, R, ident=ident))
    t.left(echo(L, R, ident=ident, sequence=2))
for sport in 4000, 4001:
    t.left(datagram(L, "10.1.0.1", sport, 6000))
    t.left(segment(L, "10.1.0.1", sport, 6001, "S", seq=1000))
t.left(datagram(L, R, 4010, 5000, ttl=1))
t.left(datagram(L, R, 4000, 5000, ttl=1))
t.left(ipv4(L, R, SCTP, sctp(4000, 80, 0, chunk(1, struct.pack(">IIHHI", 9, 65536, 10, 10, 1)))))
t.write()
