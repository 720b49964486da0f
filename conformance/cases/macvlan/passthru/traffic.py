from frames import *

A, B, C, HOST, OUT, NOBODY = ("02:00:00:00:00:%02x" % n for n in (0x0A, 0x0B, 0x0C, 1, 2, 0x99))
GROUP, ALL_HOSTS = "01:00:5e:00:00:fb", "01:00:5e:00:00:01"
t = Traffic(__file__)


def send(where, destination, source):
    t.send(where, padded(ethernet(destination, source, LOCAL)))


for destination in (A, HOST, NOBODY, BROADCAST, ALL_HOSTS, GROUP):
    send("o:out", destination, OUT)
t.send("o:out", arp_request(OUT, "10.0.0.2", "10.0.0.10"))
t.send("o:out", arp_request(OUT, "10.0.0.2", "10.0.0.1"))
t.send("o:out", ethernet(NOBODY, OUT, IPV4, echo("10.0.0.2", "10.0.0.10")))   # answered, for all its address
t.send("o:out", ethernet(A, OUT, IPV4, echo("10.0.0.2", "10.0.0.1")))
t.write()
