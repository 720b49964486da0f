from frames import *

A, B, C, HOST, OUT, NOBODY = ("02:00:00:00:00:%02x" % n for n in (0x0A, 0x0B, 0x0C, 1, 2, 0x99))
GROUP, ALL_HOSTS = "01:00:5e:00:00:fb", "01:00:5e:00:00:01"
t = Traffic(__file__)


def send(where, destination, source):
    t.send(where, padded(ethernet(destination, source, LOCAL)))


PORT = "02:00:00:00:00:0d"
send("o:out", BROADCAST, OUT)
send("o:out", GROUP, OUT)
send("o:out", C, OUT)      # never reaches the port
send("o:out", PORT, OUT)
send("c:eth0", OUT, C)
send("c:eth0", A, C)
send("c:eth0", BROADCAST, C)
send("a:mv0", PORT, A)
send("a:mv0", C, A)
send("a:mv0", BROADCAST, A)
t.write()
