from frames import *

t = Traffic(__file__)


def send(packet):
    t.send("left:@ip", packet)


send(datagram("10.1.0.2", "10.2.0.2", ident=1))
send(datagram("10.1.0.2", "10.2.0.2", ident=2, wrong_by=5, length=24))
send(datagram("0.0.0.0", "10.2.0.2", ident=3))
send(datagram("0.0.0.0", "10.2.0.2", flags=0))
send(datagram("10.7.7.7", "10.2.0.2", ident=4))    # not its own address: sent all the same
send(datagram("10.1.0.2", "10.2.0.3", ident=5))    # the chain drops it
send(datagram("10.1.0.2", "10.9.0.1", ident=6))    # no route: refused
send(datagram("10.1.0.2", "10.2.0.2", payload=bytes(1473), ident=7, flags=0))
send(datagram("10.1.0.2", "10.1.0.1", ident=9, ttl=1))
t.write()
