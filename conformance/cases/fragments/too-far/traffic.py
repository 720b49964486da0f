from frames import *

ROUTER, LEFT = "02:00:0a:01:00:01", "02:00:0a:01:00:02"
A, B, ME, FAR = "10.1.0.2", "10.2.0.2", "10.1.0.1", "10.2.0.1"
t = Traffic(__file__)


def send(packet, destination=ROUTER):
    t.send("left:eth0", ethernet(destination, LEFT, IPV4, packet))


def pieces(ident):
    return fragments(A, ME, ICMP, icmp(8, 0, 1, ident, bytes(64)), [40], ident)


first, second = pieces(1)
send(first)
for ident in range(10, 14):
    send(pieces(ident)[0])
send(second)                      # five later: too far
send(first)                       # makes it whole again
for ident in range(10, 14):
    send(pieces(ident)[1])
for ident in (30, 31):
    send(pieces(ident)[0])
for ident in (30, 31):
    send(pieces(ident)[1])
t.wait(3)
send(echo(A, ME))
t.write()
