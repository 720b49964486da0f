"""Traffic across a router that translates: left (10.1.0.0/24) sends to r0, right (10.2.0.0/24) to r1; as most cases of nat/ have it.

    t = Sides(__file__)
    t.left(datagram("10.1.0.2", "10.2.0.2"))      # an IPv4 packet
    t.write()
"""
from frames import *

R0, LEFT = "02:00:0a:01:00:01", "02:00:0a:01:00:02"
R1, RIGHT = "02:00:0a:02:00:01", "02:00:0a:02:00:02"
L, R = "10.1.0.2", "10.2.0.2"


class Sides(Traffic):
    def left(self, packet):
        self.send("left:eth0", ethernet(R0, LEFT, IPV4, packet))

    def right(self, packet):
        self.send("right:eth0", ethernet(R1, RIGHT, IPV4, packet))


def segment(source, destination, sport, dport, flags, seq=0, ack=0, payload=b"", wrong_by=0, **fields):
    """A TCP packet as an IPv4 packet."""
    return ipv4(source, destination, TCP, tcp(source, destination, sport, dport, flags, seq, ack, payload, wrong_by), **fields)


def error(source, destination, packet, kind=3, code=3, quoted=28, wrong_by=0):
    """An ICMP error about the packet as an IPv4 packet."""
    return ipv4(source, destination, ICMP, icmp(kind, code, 0, 0, packet[:quoted], wrong_by))
