from frames import *

ROUTER, LEFT = "02:00:0a:01:00:01", "02:00:0a:01:00:02"
A, B, ME, FAR = "10.1.0.2", "10.2.0.2", "10.1.0.1", "10.2.0.1"
t = Traffic(__file__)


def send(packet, destination=ROUTER):
    t.send("left:eth0", ethernet(destination, LEFT, IPV4, packet))


def record(slots, pointer=4):
    return bytes([7, 3 + 4 * slots, pointer]) + bytes(4 * slots)


for packet in (echo, datagram):
    send(packet(A, B, options=record(9)))
    send(packet(A, B, options=b"\1" + record(2)))
    send(packet(A, ME, options=record(9)))
    send(packet(A, FAR, options=record(1)))
    send(packet(A, ME, options=record(2, 8)))
    send(packet(A, ME, options=record(2, 12)))
    send(packet(A, ME, options=record(3, 24)))
    send(packet(A, B, options=record(2, 12)))
    send(packet(A, B, options=record(9), ttl=1))
send(ipv4(A, ME, TCP, tcp(A, ME, 1, 2, "S"), options=record(5)))
for bad in (record(2, 3), record(2, 0), record(2, 9), bytes([7, 2]), bytes([7, 40, 4]), record(1) + b"\1" + record(1), bytes([7, 1, 4])):
    send(datagram(A, B, options=bad))
    send(echo(A, ME, options=bad))
t.write()
