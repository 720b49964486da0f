from frames import *

A, B, C, D, NOBODY = ("02:00:00:00:00:%02x" % n for n in (0x0A, 0x0B, 0x0C, 0x0D, 0x99))
GROUP = "01:00:5e:01:02:03"
t = Traffic(__file__)


def send(end, destination, source):
    t.send(end + ":eth0", padded(ethernet(destination, source, LOCAL)))


def ask():
    t.send("a:eth0", padded(arp_request(A, "10.9.0.10", "10.9.0.1")))
    send("a", "02:00:00:00:01:0b", A)
    t.wait(0.98)


for moment in range(6):
    ask()
t.write()
