from frames import *

A, B, C, D, NOBODY = ("02:00:00:00:00:%02x" % n for n in (0x0A, 0x0B, 0x0C, 0x0D, 0x99))
GROUP = "01:00:5e:01:02:03"
t = Traffic(__file__)


def send(end, destination, source):
    t.send(end + ":eth0", padded(ethernet(destination, source, LOCAL)))


send("a", NOBODY, A)     # flooded: to b, and back to a
send("a", BROADCAST, A)
send("a", GROUP, A)
send("a", A, NOBODY)     # both addresses are behind the port of a: back
send("a", NOBODY, A)
send("b", A, B)
send("b", NOBODY, B)     # learned behind a
send("b", "02:00:00:00:00:77", B)
t.wait(1.5)
send("a", BROADCAST, A)  # no hairpin any more
send("a", NOBODY, A)
send("a", A, NOBODY)
send("b", BROADCAST, B)
t.write()
