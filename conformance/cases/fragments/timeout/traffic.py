from frames import *

ROUTER, LEFT = "02:00:0a:01:00:01", "02:00:0a:01:00:02"
A, B, ME, FAR = "10.1.0.2", "10.2.0.2", "10.1.0.1", "10.2.0.1"
t = Traffic(__file__)


def send(packet, destination=ROUTER):
    t.send("left:eth0", ethernet(destination, LEFT, IPV4, packet))


for ident, destination in ((1, ME), (2, B)):
    first, second, third = fragments(A, destination, UDP, udp(A, destination, 1, 2, bytes(96)), [40, 40], ident)
    send(first)
    send(second)
    t.wait(0.15)
    _, second, third = fragments(A, destination, UDP, udp(A, destination, 1, 2, bytes(96)), [40, 40], ident + 10)
    send(second)
    send(third)
    t.wait(0.15)
for kind in (8, 3, 0):
    send(fragments(A, ME, ICMP, icmp(kind, 0, 1, 1, bytes(64)), [40], 20 + kind)[0])
    t.wait(0.15)
t.wait(4)
send(echo(A, ME))
send(echo(A, B))
t.write()
