from frames import *

ROUTER, LEFT = "02:00:0a:01:00:01", "02:00:0a:01:00:02"
A, B, ME, FAR = "10.1.0.2", "10.2.0.2", "10.1.0.1", "10.2.0.1"
t = Traffic(__file__)


def send(packet, destination=ROUTER):
    t.send("left:eth0", ethernet(destination, LEFT, IPV4, packet))


def to_all(packet, destination=BROADCAST):
    t.send("left:eth0", ethernet(destination, LEFT, IPV4, packet))


def round_of_questions(number):
    to_all(echo(A, "10.1.0.255", number))
    to_all(echo(A, "255.255.255.255", number))
    to_all(echo(A, "224.0.0.1", number), "01:00:5e:00:00:01")
    send(echo(A, "10.1.0.255", number))                           # to its own MAC
    to_all(echo(A, ME, number))                                   # a unicast address, to all MACs
    to_all(ipv4(A, "10.1.0.255", ICMP, icmp(17, 0, number, 1, bytes(4))))
    to_all(ipv4(A, "10.1.0.255", ICMP, icmp(0, 0, number, 1, bytes(4))))
    to_all(datagram(A, "10.1.0.255"))
    to_all(datagram(A, "10.1.0.255", payload=bytes(100)))
    to_all(datagram(A, ME))                                       # no error about a broadcast frame
    to_all(ipv4(A, "10.1.0.255", 200, b"no such protocol"))
    to_all(ipv4(A, "10.1.0.255", TCP, tcp(A, "10.1.0.255", 1, 2, "S")))
    send(ipv4(A, "10.1.0.255", TCP, tcp(A, "10.1.0.255", 1, 2, "S")))
    to_all(ipv4(A, ME, TCP, tcp(A, ME, 1, 2, "S")))


round_of_questions(1)
t.wait(1)
round_of_questions(2)
t.write()
