from frames import *

A, B, C, HOST, OUT, NOBODY = ("02:00:00:00:00:%02x" % n for n in (0x0A, 0x0B, 0x0C, 1, 2, 0x99))
GROUP, ALL_HOSTS = "01:00:5e:00:00:fb", "01:00:5e:00:00:01"
t = Traffic(__file__)


def send(where, destination, source):
    t.send(where, padded(ethernet(destination, source, LOCAL)))


send("a:mv0", B, A)
send("a:mv0", C, A)
send("a:mv0", HOST, A)     # not the host's: it leaves
send("a:mv0", OUT, A)
send("a:mv0", BROADCAST, A)
send("c:mv0", BROADCAST, C)
send("c:mv0", A, C)
send("o:out", A, OUT)
send("o:out", B, OUT)
send("o:out", HOST, OUT)
send("o:out", NOBODY, OUT)
send("o:out", BROADCAST, OUT)
send("o:out", ALL_HOSTS, OUT)
send("o:out", GROUP, OUT)  # nobody listens to it
send("host:eth0", A, HOST)
send("host:eth0", BROADCAST, HOST)
for target in ("10.0.0.1", "10.0.0.11"):
    t.send("o:out", arp_request(OUT, "10.0.0.2", target))
    t.send("a:mv0", arp_request(A, "10.0.0.10", target))
t.write()
