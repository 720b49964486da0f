from frames import *

ROUTER, LEFT = "02:00:0a:01:00:01", "02:00:0a:01:00:02"
A, B, ME, FAR = "10.1.0.2", "10.2.0.2", "10.1.0.1", "10.2.0.1"
t = Traffic(__file__)


def send(packet, destination=ROUTER):
    t.send("left:eth0", ethernet(destination, LEFT, IPV4, packet))


for kind in (8, 0, 1, 2, 3, 6, 7, 9, 10, 15, 16, 17, 18, 19, 42, 43, 44, 255):
    send(ipv4(A, ME, ICMP, icmp(kind, 0, 7, 1, b"abcdefgh")))
send(ipv4(A, FAR, ICMP, icmp(8, 0, 7, 2, b"to the far side of the router")))
send(ipv4(A, ME, ICMP, icmp(8, 5, 7, 3, b"a code")))
send(ipv4(A, ME, ICMP, icmp(8, 0, 7, 4, b"TOS comes back"), tos=0xBB, ttl=1))
send(ipv4(A, ME, ICMP, icmp(8, 0, 7, 5, b"wrong checksum", wrong_by=1)))
send(ipv4(A, ME, ICMP, icmp(8, 0, 7, 6)))
send(ipv4(A, ME, ICMP, icmp(8, 0, 7, 7)[:7]))
send(ipv4(A, ME, ICMP, bytes.fromhex("0800f7ff")))
send(ipv4(A, ME, ICMP, b""))
send(ipv4(A, ME, ICMP, icmp(8, 0, 7, 8, bytes(1472)), flags=0))
t.write()
