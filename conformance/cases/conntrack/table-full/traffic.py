from sides import *

t = Sides(__file__)


def opened(port):
    client = End(t, "left:eth0", R0, LEFT, (L, port), (R, 80), 1000)
    server = End(t, "right:eth0", R1, RIGHT, (R, 80), (L, port), 5000)
    shake_hands(client, server)
    return client, server


first, answering = opened(4001)
opened(4002)
# One place is left: who is not confirmed does not take it.
for port in (1, 2, 3):
    t.left(datagram(L, R, port, 666))
opened(4003)

# Now it is full: nothing new, from whom and whatever it is.
t.left(segment(L, R, 4004, 80, "S", 1))
t.left(segment(L, R, 4004, 80, "S", 1))
t.left(segment(L, R, 4005, 80, "A", 1, 1))
t.left(datagram(L, R))
t.right(datagram(R, L))
t.left(echo(L, R))
t.left(echo(L, "10.1.0.1"))
t.left(ipv4(L, R, 33, b"12345678"))
for part in fragments(L, R, UDP, udp(L, R, 4000, 5000, bytes(40)), (24,), 0x4444):
    t.left(part)
t.send("router:@ip", datagram("10.2.0.1", R))

# What is known goes on, and so does what nobody tracks.
line(first, answering, "hello")
line(answering, first, "hello yourself")
known = segment(L, R, 4001, 80, "A", 1006, 5015)
t.right(error(R, L, known))
t.left(segment(L, R, 4001, 80, "A", 1006, 5015, ttl=1))
t.right(error(R, L, segment(L, R, 4009, 80, "S")))
t.left(segment(L, R, 4001, 80, "SF", 1))
t.left(datagram(L, R, 4000, 7))
t.right(datagram(R, L, 5000, 7))

# A reset ends a connection, whose place is taken still; one that is deleted makes room.
t.right(segment(R, L, 80, 4002, "RA", 5001, 1001))
t.left(segment(L, R, 4006, 80, "S", 1))
t.wait(1)
t.left(segment(L, R, 4007, 80, "S", 1))
t.left(segment(L, R, 4008, 80, "S", 1))
t.write()
