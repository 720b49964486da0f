from sides import *

t = Sides(__file__)

for port in (4000, 4001, 4002):
    t.left(datagram(L, R, port, 5000))
t.right(datagram(R, L, 5000, 4001))
t.write()
