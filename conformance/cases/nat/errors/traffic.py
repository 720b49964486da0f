from sides import *

t = Sides(__file__)
NAT = "10.2.0.50"
t.left(datagram(L, R, 7000, 5000))
t.left(datagram("10.1.0.3", R, 7000, 5000))
t.left(echo(L, R, ident=9))
t.right(segment(R, NAT, 4000, 80, "S", 100))
sent = datagram(NAT, R, 7001, 5000, ttl=63)
for kind, code in (3, 0), (3, 1), (3, 4), (3, 13), (4, 0), (5, 1), (11, 0), (11, 1), (12, 0), (6, 0):
    t.right(error(R, NAT, sent, kind, code, quoted=len(sent)))
# From somebody on the way; cut short; about a packet with options.
t.right(error("10.2.0.3", NAT, sent))
t.right(error("10.2.0.3", NAT, sent, kind=11, code=0))
for quoted in 19, 20, 24, 27, 28:
    t.right(error(R, NAT, sent, quoted=quoted))
options = ipv4(NAT, R, UDP, udp(NAT, R, 7001, 5000, b"x"), options=bytes.fromhex("0101010101010100"))
t.right(error(R, NAT, options, quoted=len(options)))
t.right(error(R, NAT, sent, wrong_by=1))
# About nobody's flow, about somebody else's, about the other direction, about a later fragment.
t.right(error(R, NAT, datagram(NAT, R, 7002, 5000)))
t.right(error(R, "10.1.0.3", datagram("10.1.0.3", R, 7000, 5000)))
t.right(error(R, NAT, datagram(R, NAT, 5000, 7001)))
t.right(error(R, NAT, ipv4(NAT, R, UDP, b"no ports here", offset=64)))
# About an echo, about a reply to it, about an error.
t.right(error(R, NAT, echo(NAT, R, ident=9), kind=11, code=0))
t.right(error(R, NAT, ipv4(R, NAT, ICMP, icmp(0, 0, 9, 1)), kind=11, code=0))
t.right(error(R, NAT, error(NAT, R, datagram(R, NAT, 5000, 7001)), quoted=56))
# The other way: left about what right sent to the published port, and about an answer.
t.left(error(L, R, segment(R, L, 4000, 8080, "S", 100, ttl=63), quoted=40))
t.left(error("10.1.0.1", R, segment(R, L, 4000, 8080, "S", 100, ttl=63), quoted=28))
t.right(datagram(R, NAT, 5000, 7000))
t.left(error(L, R, datagram(R, L, 5000, 7000, ttl=63)))
t.left(error(L, R, datagram(R, L, 5000, 7000, ttl=63), kind=5, code=1))
# The router's own errors about both.
t.left(datagram(L, R, 7000, 5000, ttl=1))
t.right(datagram(R, NAT, 5000, 7000, ttl=1))
t.right(segment(R, NAT, 4000, 80, "S", 100, ttl=1))
t.write()
