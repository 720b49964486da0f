from frames import *

ROUTER, LEFT = "02:00:0a:01:00:01", "02:00:0a:01:00:02"
A, B = "10.1.0.2", "10.2.0.2"
t = Traffic(__file__)


def send(packet, destination=ROUTER):
    t.wait(0.2)
    t.send("left:eth0", ethernet(destination, LEFT, IPV4, packet))


send(datagram(A, B, ttl=1))
send(datagram(A, B, ttl=0))
send(datagram(A, B, ttl=2))
send(datagram(A, B, ttl=1, payload=bytes(1400)))
send(echo(A, B, ttl=1))
send(ipv4(A, B, ICMP, icmp(0, 0, 1, 1), ttl=1))
send(ipv4(A, B, ICMP, icmp(3, 1, 0, 0, datagram(B, A)), ttl=1))   # an error: no answer
send(ipv4(A, B, ICMP, icmp(8, 0, 1, 2)[:4], ttl=1))
first, second = fragments(A, B, UDP, udp(A, B, 1, 2, bytes(64)), [40], 77, ttl=1)
send(first)
send(second)                                                      # no answer
send(datagram(A, B, ttl=1), BROADCAST)
send(datagram(A, B, ttl=1, tos=0xB8))
send(ipv4(A, B, TCP, tcp(A, B, 1000, 80, "S"), ttl=1))
send(datagram("0.0.0.0", B, ttl=1))
t.write()
