from frames import *

A, B, C, D, NOBODY = ("02:00:00:00:00:%02x" % n for n in (0x0A, 0x0B, 0x0C, 0x0D, 0x99))
GROUP = "01:00:5e:01:02:03"
t = Traffic(__file__)


def send(end, destination, source):
    t.send(end + ":eth0", padded(ethernet(destination, source, LOCAL)))


def all_speak():
    for end, own in ("a", A), ("b", B), ("c", C), ("d", D):
        send(end, NOBODY, own)
    for own in B, C, D, "02:00:00:00:00:2c":
        send("a", own, A)


all_speak()
t.wait(1)
for own in B, C, D, "02:00:00:00:00:2c":
    send("a", own, A)
t.wait(2)
send("a", B, A)
t.wait(1)
send("b", D, B)
send("d", B, D)
t.write()
