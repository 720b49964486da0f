from frames import *

ROUTER, LEFT = "02:00:0a:01:00:01", "02:00:0a:01:00:02"
A, B, ME, FAR = "10.1.0.2", "10.2.0.2", "10.1.0.1", "10.2.0.1"
t = Traffic(__file__)


def send(packet, destination=ROUTER):
    t.send("left:eth0", ethernet(destination, LEFT, IPV4, packet))


def route(kind, *hops, pointer=4):
    return bytes([kind, 3 + 4 * len(hops), pointer]) + b"".join(socket.inet_aton(hop) for hop in hops)


def round_of_routes(number):
    for kind in (0x83, 0x89):
        send(echo(A, ME, number, 1, options=route(kind, B)))
        send(echo(A, ME, number, 2, options=route(kind, FAR, B)))
        send(echo(A, ME, number, 3, options=route(kind, B, FAR)))
        send(echo(A, B, number, 4, options=route(kind, "10.2.0.3")))
        send(echo(A, ME, number, 5, options=route(kind, "10.5.0.1")))
        send(echo(A, ME, number, 6, options=route(kind, "10.77.0.1")))
        send(echo(A, ME, number, 7, options=route(kind, FAR)))
        send(echo(A, ME, number, 8, options=route(kind, A, pointer=8)))
        send(datagram(A, ME, options=route(kind, A, pointer=8)))
        send(datagram(A, ME, options=route(kind, B, A, pointer=12)))
        send(datagram(A, ME, options=route(kind, B, pointer=3)))
        send(datagram(A, ME, options=route(kind, B, pointer=5)))
        send(datagram(A, ME, ttl=1, options=route(kind, B)))
        send(datagram(A, "10.1.0.255", options=route(kind, B)))


round_of_routes(1)
t.wait(1)
round_of_routes(2)
t.write()
