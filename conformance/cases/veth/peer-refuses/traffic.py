from frames import *

t = Traffic(__file__)
ROUTER = "02:00:00:00:01:02"


def from_b(packet):
    t.send("b:eth0", ethernet(ROUTER, "02:00:00:00:02:01", IPV4, packet))


def in_tunnel(size):
    t.send("a:vx1", ethernet("02:00:00:00:00:99", "02:00:00:00:04:01", LOCAL, bytes(size)))


for size in (100, 575, 576, 577, 1000):
    # With 42 bytes of headers: 618 go through, 619 do not.
    from_b(datagram("10.1.0.2", "10.0.0.2", payload=bytes(size), flags=0, ident=size))
from_b(echo("10.0.0.2", "10.0.0.1", payload=bytes(100)))
from_b(echo("10.0.0.2", "10.0.0.1", payload=bytes(1000)))
# Port unreachable, which quotes as much as 576 bytes hold.
from_b(datagram("10.0.0.2", "10.0.0.1", payload=bytes(1000)))
from_b(datagram("10.1.0.2", "10.3.0.2", payload=bytes(650), flags=0, ident=1))
from_b(datagram("10.1.0.2", "10.3.0.2", payload=bytes(1500 - 28), flags=0, ident=2))
from_b(echo("10.3.0.2", "10.0.0.1", payload=bytes(1000)))
from_b(datagram("10.1.0.2", "10.4.0.2", payload=bytes(100), flags=0, ident=3))
from_b(datagram("10.1.0.2", "10.4.0.2", payload=bytes(900), flags=0, ident=4))
in_tunnel(100)
in_tunnel(1000)
t.send("a:@ip", datagram("10.0.0.1", "10.0.0.2", payload=bytes(100)))
t.send("a:@ip", datagram("10.0.0.1", "10.0.0.2", payload=bytes(1000)))
# The carrier is gone by now, and the queue that takes nothing tells nobody but who has more fragments.
t.wait(3)
from_b(echo("10.0.0.2", "10.0.0.1", payload=bytes(100)))
from_b(echo("10.3.0.2", "10.0.0.1", payload=bytes(1000)))
in_tunnel(100)
t.send("a:@ip", datagram("10.0.0.1", "10.0.0.2", payload=bytes(100)))
t.write()
