from frames import *

ROUTER, LEFT = "02:00:0a:01:00:01", "02:00:0a:01:00:02"
A, B, ME, FAR = "10.1.0.2", "10.2.0.2", "10.1.0.1", "10.2.0.1"
t = Traffic(__file__)


def send(packet, destination=ROUTER):
    t.send("left:eth0", ethernet(destination, LEFT, IPV4, packet))


for kind in (0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 30):
    send(ipv4(A, B, ICMP, icmp(kind, 0, 1, 1, bytes(28)), ttl=1))
send(ipv4(A, B, ICMP, b"", ttl=1))
send(ipv4(A, B, UDP, b"", ttl=1))
send(datagram("0.0.0.0", B, ttl=1))
send(datagram("127.0.0.1", B, ttl=1))
send(datagram("224.0.0.5", B, ttl=1))
send(datagram("255.255.255.255", B, ttl=1))
send(datagram("240.0.0.1", B, ttl=1))
send(datagram(A, B, ttl=1), BROADCAST)
send(datagram(A, B, ttl=1), "01:00:5e:00:00:07")
send(datagram(ME, B, ttl=1))
t.write()
