from sides import *

t = Sides(__file__)
for host, sport in (2, 3000), (3, 3001), (4, 3000), (4, 3001), (4, 4000), (2, 3000):
    t.left(datagram("10.1.0.%d" % host, R, sport, 5000))
# To another port of the same host the range is free again.
t.left(datagram("10.1.0.4", R, 3000, 5001))
# Two published addresses of one port, one source port: the second connection would look like the first.
t.left(datagram("10.1.0.5", "10.1.0.1", 3000, 6000))
t.left(datagram("10.1.0.5", "192.0.2.1", 3000, 6000))
for host in 2, 3:
    t.left(echo("10.1.0.%d" % host, R, ident=55))
    t.left(echo("10.1.0.%d" % host, R, ident=56))


def closes(host, dport):
    source = "10.1.0.%d" % host
    t.left(segment(source, R, 3000, dport, "S", 1000))
    t.right(segment(R, "10.2.0.1", dport, 3000, "SA", 5000, 1001))
    t.left(segment(source, R, 3000, dport, "A", 1001, 5001))
    t.left(segment(source, R, 3000, dport, "FA", 1001, 5001))
    t.right(segment(R, "10.2.0.1", dport, 3000, "FA", 5001, 1002))
    t.left(segment(source, R, 3000, dport, "A", 1002, 5002))


# One port only: nothing is searched, so nothing is evicted.
closes(2, 80)
t.left(segment("10.1.0.3", R, 3000, 80, "S", 900000))
# Two ports, the other one taken by a connection that lives.
closes(2, 81)
t.left(segment("10.1.0.3", R, 3001, 81, "S", 1000))
t.left(segment("10.1.0.4", R, 3000, 81, "S", 900))
t.left(segment("10.1.0.4", R, 3001, 81, "S", 900000))
t.left(segment("10.1.0.5", R, 3001, 81, "S", 900000))
t.wait(3.6)
t.left(datagram("10.1.0.4", R, 3000, 5000))
t.write()
