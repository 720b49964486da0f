from frames import *

ROUTER, LEFT = "02:00:0a:01:00:01", "02:00:0a:01:00:02"
RIGHT_SIDE, RIGHT = "02:00:0a:02:00:01", "02:00:0a:02:00:02"
t = Traffic(__file__)


def send(packet, to=ROUTER):
    t.send("left:eth0", ethernet(to, LEFT, IPV4, packet))


def segment(destination, flags, port=80, source="10.1.0.2", sport=4000, **fields):
    return ipv4(source, destination, TCP, tcp(source, destination, sport, port, flags, **fields))


for port in range(6001, 6008):
    send(datagram("10.1.0.2", "10.2.0.2", dport=port))
send(datagram("10.1.0.2", "10.2.0.2", dport=6001, tos=0x5F, payload=bytes(600), options=b"\x07\x07\x04\0\0\0\0"))
for flags in ("S", "A", "SA", "FA", "PA", "R", "RA", ""):
    send(segment("10.2.0.2", flags, seq=1000, ack=2000, payload=b"data" if "P" in flags or not flags else b""))
send(segment("10.2.0.2", "S", wrong_by=1, sport=4001))
send(segment("10.1.0.1", "S", seq=7))
send(segment("10.1.0.1", "S", sport=4002)[:30])
# A wrong checksum, none, and protocols that are summed as a whole or not at all.
send(ipv4("10.1.0.2", "10.2.0.2", UDP, udp("10.1.0.2", "10.2.0.2", 4000, 6004, b"hello", wrong_by=1)))
send(ipv4("10.1.0.2", "10.2.0.2", UDP, udp("10.1.0.2", "10.2.0.2", 4000, 6004, b"hello")[:6] + b"\0\0hello"))
send(ipv4("10.1.0.2", "10.2.0.2", 253, b"\x12\x34\xed\xcb"))
send(ipv4("10.1.0.2", "10.2.0.2", 253, b"\x12\x34\xed\xcc"))
send(ipv4("10.1.0.2", "10.2.0.2", GRE, b"\0\0\x08\0"))
send(echo("10.1.0.2", "10.2.0.2"))
send(ipv4("10.1.0.2", "10.2.0.2", ICMP, icmp(3, 3, 0, 0, datagram("10.2.0.2", "10.1.0.2"))))
send(echo("10.1.0.2", "10.1.0.1"))
send(datagram("10.1.0.2", "10.1.0.255"), to=BROADCAST)
send(datagram("10.1.0.2", "224.0.0.1"), to="01:00:5e:00:00:01")
send(echo("10.1.0.3", "10.1.0.1"))
# Options, which the router fills in: the IP header is not sound again before the packet leaves.
RECORD = b"\x07\x07\x04\0\0\0\0"
send(ipv4("10.1.0.2", "10.2.0.2", TCP, tcp("10.1.0.2", "10.2.0.2", 4003, 80, "S"), options=RECORD))
send(ipv4("10.1.0.2", "10.2.0.2", UDP, udp("10.1.0.2", "10.2.0.2", 4004, 6001, b"x", wrong_by=1), options=RECORD))
t.wait(0.1)
# A connection that was accepted at first.
t.send("left:eth0", ethernet(ROUTER, LEFT, IPV4, segment("10.2.0.2", "S", port=90, seq=100)))
t.send("right:eth0", ethernet(RIGHT_SIDE, RIGHT, IPV4,
                              segment("10.1.0.2", "SA", port=4000, sport=90, source="10.2.0.2", seq=500, ack=101)))
t.send("left:eth0", ethernet(ROUTER, LEFT, IPV4, segment("10.2.0.2", "A", port=90, seq=101, ack=501)))
t.write()
