from frames import *

ROUTER, LEFT = "02:00:0a:01:00:01", "02:00:0a:01:00:02"
A, B, ME, FAR = "10.1.0.2", "10.2.0.2", "10.1.0.1", "10.2.0.1"
t = Traffic(__file__)


def send(packet, destination=ROUTER):
    t.send("left:eth0", ethernet(destination, LEFT, IPV4, packet))


for source in (ME, FAR, "255.255.255.255", "224.0.0.1", "127.0.0.1", "0.0.0.0", "0.1.2.3", "240.0.0.1", "10.1.0.0", B):
    send(ipv4(source, ME, UDP, udp(source, ME, 7, 7, b"land?")))
    send(ipv4(source, B, TCP, tcp(source, B, 7, 7, "S")))
for destination in ("127.0.0.1", "127.255.255.255", "0.0.0.0", "0.0.0.1", "240.0.0.1", "255.255.255.254", "10.1.0.0", "10.1.0.255", "10.2.0.255",
                    "10.2.0.0", "224.0.0.1", "224.1.2.3", "239.255.255.255"):
    send(datagram(A, destination))
    send(echo(A, destination))
t.write()
