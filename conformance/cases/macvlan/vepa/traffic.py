from frames import *

A, B, C, HOST, OUT, NOBODY = ("02:00:00:00:00:%02x" % n for n in (0x0A, 0x0B, 0x0C, 1, 2, 0x99))
GROUP, ALL_HOSTS = "01:00:5e:00:00:fb", "01:00:5e:00:00:01"
t = Traffic(__file__)


def send(where, destination, source):
    t.send(where, padded(ethernet(destination, source, LOCAL)))


send("a:mv0", B, A)            # leaves,
send("o:out", B, A)            # and comes back
send("a:mv0", BROADCAST, A)
send("o:out", BROADCAST, A)
send("c:mv0", BROADCAST, C)    # bridge mode: those in vepa mode hear it
send("o:out", BROADCAST, C)    # only when it comes back
send("c:mv0", A, C)
send("o:out", A, C)
send("o:out", A, A)
t.write()
