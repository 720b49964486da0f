from frames import *

A, B, C, D, NOBODY = ("02:00:00:00:00:%02x" % n for n in (0x0A, 0x0B, 0x0C, 0x0D, 0x99))
GROUP = "01:00:5e:01:02:03"
t = Traffic(__file__)


def send(end, destination, source):
    t.send(end + ":eth0", padded(ethernet(destination, source, LOCAL)))


for last in range(0x21, 0x27):
    send("a", "02:00:00:00:00:%02x" % last, A)
for last in range(0x21, 0x27):
    send("c", BROADCAST, "02:00:00:00:00:%02x" % last)
for last in range(0x21, 0x27):
    send("a", "02:00:00:00:00:%02x" % last, A)
t.wait(1)
for last in range(0x21, 0x27):
    send("a", "02:00:00:00:00:%02x" % last, A)
t.write()
