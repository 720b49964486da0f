from sides import *

t = Sides(__file__)
def own(packet):
    t.send("router:@ip", packet)


t.left(datagram(L, R, 4000, 5000))
t.left(echo(L, R, ident=7))
sent = datagram("10.2.0.1", R, 4000, 5000, ttl=63)
own(error("10.2.0.1", "10.2.0.1", sent))
own(error("10.2.0.1", "10.2.0.1", sent, wrong_by=1))
own(error("10.2.0.1", "10.2.0.1", sent, kind=11, code=1))
own(error("10.2.0.1", "10.2.0.1", sent, kind=11, code=1, wrong_by=0x100))
asked = echo("10.2.0.1", R, ident=7, ttl=63)
own(error("10.2.0.1", "10.2.0.1", asked, kind=11, code=0))
own(error("10.2.0.1", "10.2.0.1", asked, kind=11, code=0, wrong_by=1))
own(error("10.1.0.1", "10.2.0.1", sent))
t.right(error(R, "10.2.0.1", sent))
t.right(error(R, "10.2.0.1", sent, wrong_by=1))
t.write()
