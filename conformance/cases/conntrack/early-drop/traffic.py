from sides import *

t = Sides(__file__)


def rival(packet):
    t.right(packet)


t.left(datagram(L, R, 4001, 5000))
t.left(datagram(L, R, 4002, 5000))
t.right(datagram(R, L, 5000, 4002))
t.left(segment(L, R, 4003, 80, "S", 1))
t.left(segment(L, R, 4004, 80, "S", 1))
t.right(segment(R, L, 80, 4004, "SA", 8, 2))
t.left(echo(L, R, 5))
shake_hands(End(t, "left:eth0", R0, LEFT, (L, 4006), (R, 80), 1000), End(t, "right:eth0", R1, RIGHT, (R, 80), (L, 4006), 5000))

# One that nobody shares a chain with finds no room; nor does one beside a connection that is assured.
t.left(datagram(L, R, 4007, 5000))
rival(segment(R, L, 80, 4006, "S", 1, ttl=33))
# Unanswered, answered lately, half open in two ways: all of these go for it.
rival(datagram(R, L, 5000, 4001, ttl=33))
rival(datagram(R, L, 5000, 4002, ttl=33))
rival(segment(R, L, 80, 4003, "S", 1, ttl=33))
rival(segment(R, L, 80, 4004, "S", 1, ttl=33))
# One that went is new again, and finds no room; what its answer was is the newcomer's now.
t.left(datagram(L, R, 4001, 5000))
t.right(datagram(R, L, 5000, 4002))
# A reply to echo begins nothing, but room was made: for one.
rival(ipv4(R, L, ICMP, icmp(0, 0, 5, 1), ttl=33))
t.left(datagram(L, R, 4008, 5000))
t.left(datagram(L, R, 4009, 5000))
t.write()
