from frames import *

ROUTER, LEFT = "02:00:0a:01:00:01", "02:00:0a:01:00:02"
A, B, ME, FAR = "10.1.0.2", "10.2.0.2", "10.1.0.1", "10.2.0.1"
t = Traffic(__file__)


def send(packet, destination=ROUTER):
    t.send("left:eth0", ethernet(destination, LEFT, IPV4, packet))


for extra in (b"", b"ab", bytes(4), bytes(12), bytes(range(12)), bytes(40)):
    send(ipv4(A, ME, ICMP, icmp(13, 0, 7, 1, extra)))
send(ipv4(A, ME, ICMP, icmp(13, 3, 7, 2, bytes(12)), tos=0x28))
send(ipv4(A, FAR, ICMP, icmp(13, 0, 7, 3, bytes(12))))
send(ipv4(A, B, ICMP, icmp(13, 0, 7, 4, bytes(12)), ttl=1))
send(ipv4(A, ME, ICMP, icmp(14, 0, 7, 5, bytes(12))))
t.send("left:eth0", ethernet(BROADCAST, LEFT, IPV4, ipv4(A, "10.1.0.255", ICMP, icmp(13, 0, 7, 6, bytes(12)))))
for number in range(4):
    send(echo(A, ME, 9, number))
t.write()
