from sides import *

t = Sides(__file__)
def own(packet):
    t.send("router:@ip", packet)


t.left(datagram(L, R, 4000, 5000))
own(datagram("10.2.0.1", R, 4000, 5000))
own(datagram("10.2.0.1", R, 4000, 5000))
own(datagram("10.2.0.1", R, 4000, 5001))
t.left(datagram(L, R, 4000, 5001))
t.left(datagram("10.1.0.3", R, 4000, 5020))
t.left(datagram(L, R, 4000, 5020))
t.left(echo(L, R, ident=8))
t.left(echo("10.1.0.9", R, ident=8))
for host in 4, 5, 6:
    t.left(datagram("10.1.0.%d" % host, R, 4000, 5000))
    t.left(datagram("10.1.0.%d" % host, R, 300, 5002))
t.left(datagram(L, R, 300, 5002))
t.left(datagram(L, R, 4005, 5005))
# 1 s: the table is emptied.
t.wait(1)
own(datagram("10.2.0.1", R, 4005, 5005))
t.left(datagram("10.2.0.1", R, 4005, 5005))
t.left(datagram("10.1.0.9", R, 4005, 5005))
t.right(datagram(R, "10.2.0.1", 5005, 4005))
t.write()
