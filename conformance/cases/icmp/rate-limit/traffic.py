from frames import *

ROUTER, LEFT = "02:00:0a:01:00:01", "02:00:0a:01:00:02"
A, B, ME, FAR = "10.1.0.2", "10.2.0.2", "10.1.0.1", "10.2.0.1"
t = Traffic(__file__)


def send(packet, destination=ROUTER):
    t.send("left:eth0", ethernet(destination, LEFT, IPV4, packet))


for number in range(12):
    send(datagram(A, ME, payload=b"%d" % number))
send(echo(A, ME))
send(datagram(A, B, payload=bytes(1300)))
t.wait(2.2)
for number in range(5):
    send(datagram(A, B, ttl=1, payload=b"%d" % number))
t.write()
