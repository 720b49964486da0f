from sides import *

t = Sides(__file__)

t.left(datagram(L, R, 4010, 5000))
t.wait(3)
# Whose time is over begins anew, in either direction; it finds its own place.
t.left(datagram(L, R, 4000, 5000))
t.right(datagram(R, L, 5000, 4001))
t.wait(1)
# Since then somebody has listed them all.
for port in (4020, 4021, 4022, 4023):
    t.left(datagram(L, R, port, 5000))
t.write()
