from frames import *

A, B, C, D, NOBODY = ("02:00:00:00:00:%02x" % n for n in (0x0A, 0x0B, 0x0C, 0x0D, 0x99))
GROUP = "01:00:5e:01:02:03"
t = Traffic(__file__)


def send(end, destination, source):
    t.send(end + ":eth0", padded(ethernet(destination, source, LOCAL)))


send("a", BROADCAST, A)  # to c alone
send("b", BROADCAST, B)
send("c", BROADCAST, C)  # to a and b
send("a", B, A)          # known, and not for a
send("b", A, B)
send("a", C, A)
send("c", A, C)
send("c", B, C)
send("a", NOBODY, A)
send("c", NOBODY, C)
send("a", GROUP, A)
t.send("a:eth0", padded(arp_request(A, "10.9.0.10", "10.9.0.1")))
t.send("b:eth0", padded(arp_request(B, "10.9.0.11", "10.9.0.10")))
t.wait(1)
send("a", B, A)          # b is no longer isolated, a is
send("b", A, B)
send("b", BROADCAST, B)
t.write()
