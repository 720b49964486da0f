from frames import *

TAP0, TAP1, A, X = ("02:00:00:00:00:%02x" % n for n in (2, 3, 0x0A, 0x55))
t = Traffic(__file__)
t.send("host:tap0,in", padded(ethernet(TAP0, X, LOCAL)))
for pause in (1, 2, 0):
    t.send("host:tap1,in", padded(ethernet(A, X, LOCAL)))
    t.send("host:tap1,in", padded(ethernet(BROADCAST, X, LOCAL)))
    t.send("a:mv0", padded(ethernet(X, A, LOCAL)))
    t.wait(pause)
t.write()
