from frames import *

A, B, C, D, NOBODY = ("02:00:00:00:00:%02x" % n for n in (0x0A, 0x0B, 0x0C, 0x0D, 0x99))
GROUP = "01:00:5e:01:02:03"
t = Traffic(__file__)


def send(end, destination, source):
    t.send(end + ":eth0", padded(ethernet(destination, source, LOCAL)))


send("a", NOBODY, A)      # c, d
send("a", GROUP, A)       # b, d
send("a", BROADCAST, A)   # b, c
send("b", A, B)           # a was not learned: flooded
send("a", B, A)           # b was
send("c", B, C)
send("c", GROUP, C)
send("d", BROADCAST, D)
send("a", "33:33:00:00:00:01", A)
t.wait(1.2)
send("b", NOBODY, A)      # learned behind b
send("a", NOBODY, A)      # moves
send("c", A, C)
t.wait(1)
send("a", "02:00:00:00:00:98", A)
send("c", "02:00:00:00:00:97", "02:00:00:00:00:0e")
send("a", C, "02:00:00:00:00:0e")  # does not move: a does not learn again
send("b", "02:00:00:00:00:0e", B)
t.write()
