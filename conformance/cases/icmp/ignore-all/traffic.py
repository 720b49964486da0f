from frames import *

ROUTER, LEFT = "02:00:0a:01:00:01", "02:00:0a:01:00:02"
A, B, ME, FAR = "10.1.0.2", "10.2.0.2", "10.1.0.1", "10.2.0.1"
t = Traffic(__file__)


def send(packet, destination=ROUTER):
    t.send("left:eth0", ethernet(destination, LEFT, IPV4, packet))


send(echo(A, ME))
send(datagram(A, ME))
send(echo(A, FAR))
send(echo(A, B, ttl=1))
send(datagram(A, FAR, payload=bytes(1400)))
send(ipv4(A, ME, 200, b"no such protocol"))
for number in range(6):
    send(echo(A, B, 2, number))
t.write()
