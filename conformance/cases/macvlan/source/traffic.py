from frames import *

A, B, C, D, HOST, OUT, NOBODY = ("02:00:00:00:00:%02x" % n for n in (0x0A, 0x0B, 0x0C, 0x0D, 1, 2, 0x99))
AA, AB, CC = ("02:00:00:00:00:%02x" % n for n in (0xAA, 0xAB, 0xCC))
GROUP, ALL_HOSTS = "01:00:5e:00:00:fb", "01:00:5e:00:00:01"
t = Traffic(__file__)


def send(where, destination, source):
    t.send(where, padded(ethernet(destination, source, LOCAL)))


for destination in (HOST, A, B, D, NOBODY, BROADCAST, GROUP, ALL_HOSTS):
    send("o:out", destination, AA)
for destination in (HOST, C, D, BROADCAST):
    send("o:out", destination, CC)
send("o:out", BROADCAST, AB)
send("o:out", A, OUT)
send("o:out", BROADCAST, OUT)
send("o:out", BROADCAST, A)
send("o:out", HOST, A)
t.send("o:out", padded(arp_request(AA, "10.0.0.9", "10.0.0.1")))
t.send("o:out", padded(arp_request(CC, "10.0.0.9", "10.0.0.1")))
send("a:mv0", HOST, A)
send("a:mv0", D, A)
send("a:mv0", BROADCAST, A)
send("d:mv0", A, D)
t.wait(2)
send("o:out", HOST, AA)
send("o:out", BROADCAST, AB)
t.write()
