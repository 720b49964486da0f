from frames import *

ROUTER, LEFT = "02:00:0a:01:00:01", "02:00:0a:01:00:02"
A, B, ME, FAR = "10.1.0.2", "10.2.0.2", "10.1.0.1", "10.2.0.1"
t = Traffic(__file__)


def send(packet, destination=ROUTER):
    t.send("left:eth0", ethernet(destination, LEFT, IPV4, packet))


for options in (b"\x99\x04ab", b"\x99\x01", b"\x99\x00", b"\x99\x05ab", b"\1\1\1\x99", b"\x94\x04\0\0", b"\x94\x03\0", b"\x94\x02",
                b"\x86\x0a\0\0\0\1\1\4\0\0", b"\x86\x04\0\0", b"\x82\x0b" + bytes(9), b"\x88\x04\0\1", b"\0abc", b"\1\0\0\7", bytes(40), b"\1" * 40):
    send(datagram(A, B, options=options))
    send(datagram(A, ME, options=options))
    send(echo(A, ME, options=options))
t.write()
