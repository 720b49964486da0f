from frames import *

HOST, OUT = "02:00:00:00:00:01", "02:00:00:00:00:02"
t = Traffic(__file__)


def ping(source, sequence):
    t.send("o:out", ethernet(HOST, OUT, IPV4, echo(source, "10.0.0.10", 1, sequence)))


ping("10.0.0.2", 1)
t.wait(0.99)
ping("10.0.0.2", 2)                                             # answered under the old address
ping("10.0.0.3", 3)                                             # first of all: under the new one
t.send("o:out", arp_request(OUT, "10.0.0.2", "10.0.0.10"))      # the new one too
t.wait(0.97)
t.send("o:out", arp_request(OUT, "10.0.0.2", "10.0.0.10"))
ping("10.0.0.2", 4)
t.write()
