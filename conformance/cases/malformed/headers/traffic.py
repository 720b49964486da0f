from frames import *

ROUTER, LEFT = "02:00:0a:01:00:01", "02:00:0a:01:00:02"
A, B, ME, FAR = "10.1.0.2", "10.2.0.2", "10.1.0.1", "10.2.0.1"
t = Traffic(__file__)


def send(packet, destination=ROUTER):
    t.send("left:eth0", ethernet(destination, LEFT, IPV4, packet))


good = datagram(A, ME)
for cut in (0, 1, 12, 19, 20, 27, len(good) - 1):
    send(good[:cut])
send(good + b"padding" * 4)
for version in (0, 3, 5, 6, 15):
    send(datagram(A, ME, version=version))
for words in (0, 4, 6, 8, 9, 15):
    send(datagram(A, ME, header_words=words))
for length in (0, 16, 19, 20, 21, 27, 28, 32, 34, 1500, 65535):
    send(datagram(A, ME, length=length))
send(datagram(A, ME, wrong_by=1))
send(datagram(A, B, wrong_by=0xFF00))
send(datagram(A, B, length=25))
send(datagram(A, B, length=20))
send(datagram(A, B) + b"padding that is cut off on the way")
send(datagram(A, B, ttl=0))
send(datagram(A, ME, ttl=0))
t.write()
