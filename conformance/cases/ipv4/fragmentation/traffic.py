from frames import *

ROUTER, LEFT = "02:00:0a:01:00:01", "02:00:0a:01:00:02"
A, B = "10.1.0.2", "10.2.0.2"
pattern = bytes(range(256)) * 6
t = Traffic(__file__)


def send(packet):
    t.send("left:eth0", ethernet(ROUTER, LEFT, IPV4, packet))


send(datagram(A, B, payload=pattern[:972], flags=0, ident=1))    # just fits
send(datagram(A, B, payload=pattern[:973], flags=0, ident=2))
send(datagram(A, B, payload=pattern[:1472], flags=0, ident=3))
send(datagram(A, B, payload=pattern[:973], ident=4))             # DF: answered
send(datagram(A, B, payload=pattern[:972], ident=5))
for piece in fragments(A, B, UDP, udp(A, B, 1, 2, pattern[:1472]), [1200], 6):
    send(piece)                                                  # the first is cut again
send(ipv4(A, B, UDP, pattern[:1200], ident=7, flags=DF | MF))    # a fragment with DF
send(echo(A, B, payload=pattern[:1000], flags=0, ident=9, tos=0x10))
t.write()
