from frames import *

ROUTER, LEFT = "02:00:0a:01:00:01", "02:00:0a:01:00:02"
A, B, ME, FAR = "10.1.0.2", "10.2.0.2", "10.1.0.1", "10.2.0.1"
t = Traffic(__file__)


def send(packet, destination=ROUTER):
    t.send("left:eth0", ethernet(destination, LEFT, IPV4, packet))


record = bytes([7, 11, 4]) + bytes(8)
for options in (record, b"\x99\x04ab", b"\x19\x04ab", record + b"\x99\x04ab", b"\1\1\x94\x04\0\0", b"\x19\x04ab\0"):
    send(datagram(A, B, payload=bytes(1300), flags=0, ident=77, options=options))
    send(datagram(A, B, payload=bytes(1300), flags=DF, ident=78, options=options))
first, second = fragments(A, B, UDP, udp(A, B, 1, 2, bytes(1300)), [1208], 79, options=record)
send(first)
send(second)
t.write()
