from frames import *

A, B, C, WANDERER, FIXED, BRIDGE = ("02:00:00:00:00:%02x" % n for n in (0x0A, 0x0B, 0x0C, 0x77, 0x55, 0x01))
t = Traffic(__file__)


def send(end, destination, source):
    t.send(end + ":eth0", padded(ethernet(destination, source, LOCAL)))


send("a", BROADCAST, WANDERER)
send("c", WANDERER, C)        # to a
send("b", BROADCAST, WANDERER)
send("c", WANDERER, C)        # to b
send("c", A, WANDERER)        # flooded, since a was never seen
send("a", WANDERER, A)        # to c
send("c", WANDERER, C)        # to its own port: nowhere
send("a", FIXED, A)           # to c
send("b", A, FIXED)           # does not move it
send("a", FIXED, A)           # still to c
send("b", A, BRIDGE)          # nor does this
send("a", BRIDGE, A)          # up to the bridge
t.write()
