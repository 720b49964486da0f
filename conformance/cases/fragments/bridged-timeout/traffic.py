from frames import *

A, B, BR = "02:00:00:00:00:0a", "02:00:00:00:00:0b", "02:00:00:00:0b:00"
HOST = "10.0.0.254"
t = Traffic(__file__)


def send(ident, which, to=B, destination="10.0.0.2"):
    packets = fragments("10.0.0.1", destination, UDP, udp("10.0.0.1", destination, 4000, 5000, bytes(96)), [40, 40], ident)
    for i in which:
        t.send("a:eth0", ethernet(to, A, IPV4, packets[i]))


t.send("b:eth0", arp_request(B, "10.0.0.2", "10.0.0.200"))
# The first one alone, for an address of the bridge's host: in a frame for another host, for everybody, for that host.
send(1, (0,), destination=HOST)
send(2, (0,), BROADCAST, HOST)
send(3, (0,), BR, HOST)
# Without the first one; for another address; and all of them.
send(4, (1, 2), destination=HOST)
send(5, (0,))
send(6, (0, 1, 2))
t.wait(2.5)
send(7, (2, 1, 0), destination=HOST)
t.write()
