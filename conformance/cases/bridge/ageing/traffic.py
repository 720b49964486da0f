from frames import *

A, B, C, FIXED = ("02:00:00:00:00:%02x" % n for n in (0x0A, 0x0B, 0x0C, 0x55))
t = Traffic(__file__)


def send(end, destination, source):
    t.send(end + ":eth0", padded(ethernet(destination, source, LOCAL)))


send("a", BROADCAST, A)
send("b", A, B)
t.wait(2)
send("b", A, B)      # both are known, and b is young again
t.wait(2)
send("c", A, C)      # a is 4 s old: flooded
send("c", B, C)      # b is not
send("c", FIXED, C)  # behind its own port: nowhere
t.wait(4)
send("a", B, A)      # by now flooded
send("a", FIXED, A)
t.write()
