from frames import *

A, B = "02:00:00:00:00:0a", "02:00:00:00:00:0b"
HERE, THERE = "10.1.0.1", "10.1.0.2"
t = Traffic(__file__)


def send(frame):
    t.send("c1:eth0", frame)


send(arp_request(A, HERE, THERE))
for number in (1, 2, 3):
    send(ethernet(B, A, IPV4, echo(HERE, THERE, 7, number, b"x" * 40)))
for port in (4001, 4002, 4001):
    send(ethernet(B, A, IPV4, datagram(HERE, THERE, port, 5000)))
send(ethernet(B, A, IPV4, ipv4(HERE, THERE, TCP, tcp(HERE, THERE, 4003, 80, "S"))))
send(padded(ethernet("02:00:00:00:00:99", A, LOCAL)))
send(ethernet("01:00:5e:01:02:03", A, IPV4, datagram(HERE, "239.1.2.3")))
send(padded(ethernet(B, A, VLAN, vlan(5, LOCAL))))
send(ethernet(B, A, IPV6, bytes.fromhex("6000000000083a40") + bytes(15) + b"\1" + bytes(15) + b"\2" + bytes(8)))
send(ethernet(B, A, LOCAL))
t.write()
