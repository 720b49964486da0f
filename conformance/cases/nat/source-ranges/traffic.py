from sides import *

t = Sides(__file__)
# Other sources, other destinations, other source ports.
for host in 2, 3, 4:
    for destination in "10.2.0.2", "10.2.0.3":
        for dport in 5000, 5001:
            t.left(datagram("10.1.0.%d" % host, destination, 4000 + host, dport))
            t.left(datagram("10.1.0.%d" % host, destination, 4010 + host, dport))
# The same source, to whom the range does not matter any more.
t.left(datagram(L, "10.2.0.3", 4100, 5000))
t.left(datagram(L, "10.2.0.2", 4100, 5001))
for sport in 4000, 4001:
    t.left(datagram(L, R, sport, 5002))
for dport in 5003, 5004, 5005, 5006:
    t.left(datagram(L, R, 4200, dport))
    t.left(datagram(L, "10.2.0.3", 4201, dport))
for host in 2, 3:
    t.left(echo("10.1.0.%d" % host, R, ident=150))
for sport in 3000, 3001:
    t.left(segment(L, R, sport, 80, "S"))
t.left(datagram(L, R, 4300, 5007))
t.left(datagram(L, R, 4301, 5007))
t.write()
