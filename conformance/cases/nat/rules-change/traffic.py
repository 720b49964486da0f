from sides import *

t = Sides(__file__)
def both(sport, seen, address):
    t.left(datagram(L, R, sport, 5000))
    t.right(datagram(R, address, 5000, seen))
    t.left(datagram(L, R, sport, 5000))


t.left(datagram(L, R, 4000, 5000))
both(4001, 4001, L)
# 0.5 s: the first rule
t.wait(0.5)
t.left(datagram(L, R, 4000, 5000))
t.left(datagram(L, R, 4000, 5000))
t.right(datagram(R, L, 5000, 4000))
t.left(datagram(L, R, 4000, 5000))
t.left(datagram(L, R, 4001, 5000))
both(4002, 4002, "10.2.0.1")
t.left(datagram(L, R, 4003, 5000))
# 1.5 s: another rule before it
t.wait(1)
for sport in 4002, 4003:
    t.left(datagram(L, R, sport, 5000))
both(4004, 7000, "10.2.0.1")
t.left(datagram(L, R, 4005, 5000))
# 2.5 s: the table is flushed
t.wait(1)
for sport in 4002, 4003, 4004, 4005:
    t.left(datagram(L, R, sport, 5000))
    t.left(datagram(L, R, sport, 5000))
t.right(datagram(R, "10.2.0.1", 5000, 7000))
t.left(datagram(L, R, 4006, 5000))
t.write()
