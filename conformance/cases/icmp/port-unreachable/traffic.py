from frames import *

ROUTER, LEFT = "02:00:0a:01:00:01", "02:00:0a:01:00:02"
A, B, ME, FAR = "10.1.0.2", "10.2.0.2", "10.1.0.1", "10.2.0.1"
t = Traffic(__file__)


def send(packet, destination=ROUTER):
    t.send("left:eth0", ethernet(destination, LEFT, IPV4, packet))


send(datagram(A, ME))
send(datagram(A, ME, payload=bytes(520)))
send(datagram(A, ME, payload=bytes(600)))
send(datagram(A, ME, payload=bytes(1400)))
send(datagram(A, ME, tos=0xFF, ttl=1))
send(ipv4(A, ME, UDP, udp(A, ME, 1, 2, b"checksum", wrong_by=1)))
send(ipv4(A, ME, UDP, udp(A, ME, 1, 2, b"none")[:6] + bytes(2) + b"none"))
send(ipv4(A, ME, UDP, udp(A, ME, 1, 2, b"and a tail")+b"tail", ttl=9))
send(ipv4(A, ME, UDP, struct.pack(">HHHH", 1, 2, 12, 0) + b"four and a tail that is not part of it"))
send(ipv4(A, ME, UDP, struct.pack(">HHHH", 1, 2, 100, 0) + b"longer"))
send(ipv4(A, ME, UDP, struct.pack(">HHHH", 1, 2, 7, 0) + b"shorter"))
send(ipv4(A, ME, UDP, b"seven!!"))
for protocol in (0, 3, 4, 41, 47, 50, 132, 255):
    send(ipv4(A, ME, protocol, b"who speaks this?" * 3))
send(ipv4(A, ME, TCP, tcp(A, ME, 1, 2, "S")))
send(ipv4(A, ME, TCP, tcp(A, ME, 1, 2, "A", 5, 6, b"data")))
send(ipv4(A, ME, TCP, tcp(A, ME, 1, 2, "FPU", 5, 6, b"data")))
send(ipv4(A, ME, TCP, tcp(A, ME, 1, 2, "R", 5, 6)))
send(ipv4(A, ME, TCP, tcp(A, ME, 1, 2, "S", wrong_by=1)))
send(ipv4(A, ME, TCP, tcp(A, ME, 1, 2, "S")[:16]))
send(ipv4(A, ME, TCP, tcp(A, ME, 1, 2, "S", options=bytes.fromhex("020405b4")), tos=0x14))
t.write()
