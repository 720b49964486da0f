from frames import *

A, B = "02:00:00:00:00:0a", "02:00:00:00:04:02"
HERE, THERE = "10.1.0.1", "10.1.0.2"
t = Traffic(__file__)
t.send("c1:eth0", arp_request(A, HERE, THERE))
for number in range(1, 5):
    t.send("c1:eth0", ethernet(B, A, IPV4, echo(HERE, THERE, 7, number, b"x" * 40)))
t.send("c1:eth0", ethernet(B, A, IPV4, datagram(HERE, THERE)))
t.send("c1:eth0", ethernet(B, A, IPV4, ipv4(HERE, THERE, TCP, tcp(HERE, THERE, 4003, 80, "S"))))
t.send("c1:eth0", padded(ethernet("02:00:00:00:00:99", A, LOCAL)))
t.write()
