from frames import *

ROUTER, LEFT = "02:00:0a:01:00:01", "02:00:0a:01:00:02"
A, B, ME, FAR = "10.1.0.2", "10.2.0.2", "10.1.0.1", "10.2.0.1"
t = Traffic(__file__)


def send(packet, destination=ROUTER):
    t.send("left:eth0", ethernet(destination, LEFT, IPV4, packet))


mine = datagram(ME, A)
for kind, code in ((3, 0), (3, 1), (3, 3), (3, 4), (3, 13), (3, 15), (3, 16), (4, 0), (11, 0), (11, 1), (12, 0), (5, 1)):
    send(ipv4(A, ME, ICMP, icmp(kind, code, 0, 0, mine)))
for packet in (ipv4(ME, A, TCP, tcp(ME, A, 1, 2, "S")), echo(ME, A), ipv4(ME, A, 132, bytes(20)), ipv4(ME, A, 2, bytes(8))):
    send(ipv4(A, ME, ICMP, icmp(3, 1, 0, 0, packet)))
    send(ipv4(A, ME, ICMP, icmp(3, 1, 0, 0, packet[:27])))
for quote in (b"", mine[:19], mine[:20], b"\x44" + mine[1:], datagram(ME, "10.1.0.255")):
    send(ipv4(A, ME, ICMP, icmp(3, 1, 0, 0, quote)))
    send(ipv4(A, ME, ICMP, icmp(5, 1, 0x0A01, 0x0003, quote)))
send(ipv4(A, ME, ICMP, icmp(3, 1, 0, 0, mine, wrong_by=1)))
t.write()
