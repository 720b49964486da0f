from frames import *

A, B, C, BR = "02:00:00:00:00:0a", "02:00:00:00:00:0b", "02:00:00:00:00:0c", "02:00:00:00:0b:00"
t = Traffic(__file__)
for who, address, ip in (("a", A, 1), ("b", B, 2), ("c", C, 3)):
    t.send(who + ":eth0", arp_request(address, "10.0.0.%d" % ip, "10.0.0.200"))


def send(packet, to=B):
    t.send("a:eth0", ethernet(to, A, IPV4, packet))


def syn(destination, to=B, source="10.0.0.1", flags="S", **fields):
    send(ipv4(source, destination, TCP, tcp(source, destination, 4000, 80, flags, seq=7, **fields)), to)


syn("10.0.0.2")
syn("10.0.0.2", flags="A", ack=9)
syn("10.0.0.2", wrong_by=1)
syn("10.0.0.2", flags="R")
syn("10.0.0.2", source="203.0.113.5")
send(datagram("10.0.0.1", "10.0.0.2", dport=80))
send(datagram("10.0.0.1", "10.0.0.2", dport=80, ttl=1))
send(echo("10.0.0.1", "10.0.0.2"))
syn("10.0.0.254", to=BR)
send(datagram("10.0.0.1", "10.0.0.254", dport=80), to=BR)
syn("192.0.2.9", to=BR)
send(datagram("10.0.0.1", "192.0.2.9", dport=80), to=BR)
send(datagram("10.0.0.1", "10.0.0.255", dport=80), to=BROADCAST)
syn("10.0.0.99", to="02:00:00:00:00:99")
t.write()
