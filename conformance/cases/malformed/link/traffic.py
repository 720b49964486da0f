from frames import *

ROUTER, LEFT = "02:00:0a:01:00:01", "02:00:0a:01:00:02"
A, B, ME, FAR = "10.1.0.2", "10.2.0.2", "10.1.0.1", "10.2.0.1"
t = Traffic(__file__)


def send(packet, destination=ROUTER):
    t.send("left:eth0", ethernet(destination, LEFT, IPV4, packet))


def frame(kind, payload=b"", destination=ROUTER, source=LEFT):
    t.send("left:eth0", ethernet(destination, source, kind, payload))


for kind in (0, 1, 0x2E, 0x5DC, 0x5DD, 0x5FF, 0x600, 0x0800, 0x0806, 0x86DD, 0x88B5, 0x8847, 0x9000, 0xFFFF):
    frame(kind)
    frame(kind, bytes(46))
for source in (BROADCAST, ZERO, "01:00:5e:00:00:01", ROUTER):
    frame(IPV4, echo(A, ME), source=source)
for destination in (BROADCAST, ZERO, "01:00:5e:00:00:01", "02:00:00:00:00:99", LEFT):
    frame(IPV4, echo(A, ME), destination)
frame(IPV4, echo(A, ME, payload=bytes(1472)))
frame(IPV4, echo(A, B, payload=bytes(1472)))
t.write()
