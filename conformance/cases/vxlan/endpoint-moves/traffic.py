from frames import *

HOST, WIRE, OWN = "02:00:00:00:01:01", "02:00:00:00:01:02", "02:00:00:00:04:01"
A, B, C = "02:00:00:00:00:0a", "02:00:00:00:00:0b", "02:00:00:00:00:0c"
NEAR, FAR = "10.0.0.2", "10.5.0.7"
t = Traffic(__file__)


def arrives(remote, source, vni=42):
    frame = padded(ethernet(OWN, source, LOCAL))
    t.send("h1:eth0,in", ethernet(HOST, WIRE, IPV4, datagram(remote, "10.0.0.1", 40000, 4789, vxlan(vni, frame))))


def leaves(to, device="vx0"):
    t.send("h1:" + device, padded(ethernet(to, OWN, LOCAL)))


t.wait(0.5)
arrives(NEAR, A)
leaves(A)
arrives(FAR, A)     # moves, its route does not
leaves(A)
arrives(NEAR, A)    # back
leaves(A)
arrives(FAR, A)
leaves(A)
arrives(FAR, B)     # from behind the gateway
leaves(B)
arrives(NEAR, B)    # to the link
leaves(B)
arrives(NEAR, C)    # not used before it moves
arrives(FAR, C)
leaves(C)
arrives(NEAR, A, 43)
leaves(A, "vx1")
arrives(FAR, A, 43)
leaves(A, "vx1")
t.wait(1.3)         # another route, which leads elsewhere
leaves(A)
leaves(B)
leaves(C)
t.wait(0.3)
arrives(NEAR, A)
leaves(A)
t.wait(0.8)         # a command that moves the endpoint takes the route away
leaves(A)
arrives(FAR, A)
leaves(A)
t.write()
