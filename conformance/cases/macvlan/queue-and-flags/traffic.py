from frames import *

A, B, OUT, BRIDGE, OTHER, NOBODY = ("02:00:00:00:00:%02x" % n for n in (0x0A, 0x0B, 2, 3, 4, 0x99))
t = Traffic(__file__)


def send(where, destination, source):
    t.send(where, padded(ethernet(destination, source, LOCAL)))


def round_of_frames():
    send("o:out", BROADCAST, OUT)
    send("o:out", "01:00:5e:00:00:fb", OUT)
    send("p:out", "01:00:5e:00:00:fb", OTHER)
    send("p:out", "01:00:5e:00:00:01", OTHER)
    send("o:out", A, OUT)
    send("a:mv0", BROADCAST, A)
    send("b:mv0", BROADCAST, B)
    for destination in (BRIDGE, BROADCAST, NOBODY):
        send("p:out", destination, OTHER)


round_of_frames()
t.wait(1.2)
round_of_frames()
t.wait(1)
round_of_frames()
t.write()
