from frames import *

A, B, C, HOST, OUT, NOBODY = ("02:00:00:00:00:%02x" % n for n in (0x0A, 0x0B, 0x0C, 1, 2, 0x99))
GROUP, ALL_HOSTS = "01:00:5e:00:00:fb", "01:00:5e:00:00:01"
t = Traffic(__file__)


def send(where, destination, source):
    t.send(where, padded(ethernet(destination, source, LOCAL)))


P = "02:00:00:00:00:03"
send("a:mv0", B, A)
send("a:mv0", OUT, A)
send("o:out", A, OUT)
send("a:mv0", OUT, A)
send("o:out", P, OUT)
send("p:out", OUT, P)
send("o:out", B, OUT)
send("p:out", BROADCAST, P)
send("a:mv0", BROADCAST, A)
send("host:br0", A, HOST)
send("o:out", HOST, OUT)
t.write()
