from frames import *

ROUTER, LEFT = "02:00:0a:01:00:01", "02:00:0a:01:00:02"
t = Traffic(__file__)


def send(packet):
    t.send("left:eth0", ethernet(ROUTER, LEFT, IPV4, packet))


def error(kind, quoted):
    return ipv4("10.1.0.2", "10.1.0.1", ICMP, icmp(kind, 1, 0, 0, quoted))


for port in (4789, 4790, 5000, 53):
    send(datagram("10.1.0.2", "10.1.0.1", dport=port))
    send(datagram("10.1.0.2", "10.2.0.2", dport=port))
    send(ipv4("10.1.0.2", "10.1.0.1", TCP, tcp("10.1.0.2", "10.1.0.1", 4000, port, "S")))
send(echo("10.1.0.2", "10.1.0.1"))
send(ipv4("10.1.0.2", "10.1.0.1", UDP, b"\x00\x01\x12\xb5\0\x08\0"))
send(ipv4("10.1.0.2", "10.1.0.1", UDP, b"\x00\x01\x12\xb5\0\x08\0\0", flags=MF, offset=64, ident=5))
for packet in fragments("10.1.0.2", "10.1.0.1", UDP, udp("10.1.0.2", "10.1.0.1", 4000, 4789, bytes(40)), (16,), 6):
    send(packet)
for kind in (3, 5, 8, 11, 12):
    for sport, dport in ((4789, 5000), (5000, 4789)):
        send(error(kind, datagram("10.1.0.1", "10.1.0.2", sport=sport, dport=dport)))
send(error(3, datagram("10.1.0.1", "10.1.0.2", sport=4789)[:23]))
send(error(3, datagram("10.1.0.1", "10.1.0.2", sport=4789)[:24]))
send(error(3, datagram("10.1.0.1", "10.1.0.2", sport=4789)[:28]))
send(error(3, echo("10.1.0.1", "10.1.0.2", ident=4789)))
t.write()
