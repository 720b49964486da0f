from frames import *

ROUTER, LEFT = "02:00:0a:01:00:01", "02:00:0a:01:00:02"
A, B, ME, FAR = "10.1.0.2", "10.2.0.2", "10.1.0.1", "10.2.0.1"
t = Traffic(__file__)


def send(packet, destination=ROUTER):
    t.send("left:eth0", ethernet(destination, LEFT, IPV4, packet))


send(datagram("10.9.0.9", B, ttl=1))
send(datagram(A, B, ttl=1))
send(datagram("10.9.0.9", ME))
send(datagram("10.9.0.9", FAR))
send(datagram("10.9.0.9", "10.77.0.1"))
t.wait(1)
send(datagram("10.9.0.9", B, ttl=1))
send(datagram(A, B, ttl=1))
send(datagram("10.9.0.9", FAR))
for number in range(3):
    send(echo("10.9.0.9", ME, 3, number))
t.write()
