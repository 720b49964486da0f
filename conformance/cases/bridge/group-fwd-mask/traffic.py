from frames import *

A, B, C, D, NOBODY = ("02:00:00:00:00:%02x" % n for n in (0x0A, 0x0B, 0x0C, 0x0D, 0x99))
GROUP = "01:00:5e:01:02:03"
t = Traffic(__file__)


def send(end, destination, source):
    t.send(end + ":eth0", padded(ethernet(destination, source, LOCAL)))


for last in 0x00, 0x03, 0x05, 0x0D, 0x0E:
    send("a", "01:80:c2:00:00:%02x" % last, A)
    send("b", "01:80:c2:00:00:%02x" % last, B)
send("c", A, C)
t.write()
