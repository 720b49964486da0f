from frames import *

A, B, C, HOST, OUT, NOBODY = ("02:00:00:00:00:%02x" % n for n in (0x0A, 0x0B, 0x0C, 1, 2, 0x99))
GROUP, ALL_HOSTS = "01:00:5e:00:00:fb", "01:00:5e:00:00:01"
t = Traffic(__file__)


def send(where, destination, source):
    t.send(where, padded(ethernet(destination, source, LOCAL)))


send("a:mv0", B, A)
send("a:mv0", BROADCAST, A)
send("c:mv0", BROADCAST, C)
send("o:out", BROADCAST, A)
send("o:out", GROUP, A)
send("o:out", B, A)
send("o:out", BROADCAST, C)
send("o:out", BROADCAST, OUT)
t.write()
