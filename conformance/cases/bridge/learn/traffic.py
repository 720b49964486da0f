from frames import *

A, B, C, NOBODY = ("02:00:00:00:00:%02x" % n for n in (0x0A, 0x0B, 0x0C, 0x99))
t = Traffic(__file__)


def send(end, destination, source):
    t.send(end + ":eth0", padded(ethernet(destination, source, LOCAL)))


send("a", B, A)       # nobody is known: flooded
send("b", A, B)       # a is known
send("a", B, A)       # and so is b
send("c", A, C)
send("b", C, B)
send("a", NOBODY, A)  # flooded, always
send("a", NOBODY, A)
send("a", A, A)       # to its own port: not sent back
send("c", BROADCAST, C)
send("b", NOBODY, A)  # a has moved to b's port,
send("c", A, C)       # where frames to it go now
send("a", C, A)       # and back
send("c", A, C)
t.write()
