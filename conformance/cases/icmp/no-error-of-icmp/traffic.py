from frames import *

HOST, WIRE = "02:00:00:00:01:01", "02:00:00:00:05:01"
t = Traffic(__file__)


def arrives(packet):
    t.send("wire:p1", ethernet(HOST, WIRE, IPV4, packet))


# A reply, an error, and a program's own packet, each to a neighbour of the tunnel that is not known.
arrives(echo("10.1.0.5", "10.0.0.1"))
t.wait(0.2)
arrives(datagram("10.1.0.6", "10.0.0.1"))
t.wait(0.2)
t.send("h1:@ip", echo("10.1.0.1", "10.1.0.7"))
t.write()
