from frames import *

ROUTER, LEFT = "02:00:0a:01:00:01", "02:00:0a:01:00:02"
A, B, ME, FAR = "10.1.0.2", "10.2.0.2", "10.1.0.1", "10.2.0.1"
t = Traffic(__file__)


def send(packet, destination=ROUTER):
    t.send("left:eth0", ethernet(destination, LEFT, IPV4, packet))


data = udp(A, ME, 1, 2, bytes(range(64)) * 3)


def piece(ident, start, end, more=True, source=data):
    send(ipv4(A, ME, UDP, source[start:end], ident=ident, flags=MF if more else 0, offset=start))


piece(1, 0, 64); piece(1, 64, 128); piece(1, 128, 200, False)       # whole
piece(2, 0, 64); piece(2, 56, 128); piece(2, 128, 200, False)       # overlaps
piece(3, 0, 64); piece(3, 0, 64); piece(3, 64, 200, False)          # twice the same
piece(4, 0, 64); piece(4, 64, 64); piece(4, 64, 200, False)         # empty
piece(5, 0, 60); piece(5, 56, 200, False)                           # cut to a multiple of eight
piece(6, 128, 200, False); piece(6, 0, 64); piece(6, 64, 128)       # the last first
piece(7, 128, 200, False); piece(7, 64, 136); piece(7, 0, 64)       # beyond its end
piece(8, 128, 200, False); piece(8, 128, 192, False)                # two ends
piece(9, 0, 64); piece(9, 8, 56); piece(9, 64, 200, False)          # within another
send(ipv4(A, ME, UDP, bytes(64), ident=10, flags=MF, offset=65528)) # the ping of death
send(ipv4(A, ME, UDP, bytes(7), ident=11, flags=0, offset=65528))
piece(12, 0, 8, False); piece(13, 0, 8); piece(13, 8, 200, False)
t.wait(4)
send(echo(A, ME))
t.write()
