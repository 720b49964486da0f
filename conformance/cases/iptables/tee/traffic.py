from frames import *

ROUTER, LEFT = "02:00:0a:01:00:01", "02:00:0a:01:00:02"
t = Traffic(__file__)


def send(packet):
    t.send("left:eth0", ethernet(ROUTER, LEFT, IPV4, packet))


for port in range(5000, 5010):
    send(datagram("10.1.0.2", "10.2.0.2", dport=port, ident=port, flags=0))
send(datagram("10.1.0.2", "10.1.0.1", dport=5006, ident=1))
for ttl in (1, 2):
    send(datagram("10.1.0.2", "10.2.0.2", dport=5001, ttl=ttl, tos=0x20))
for packet in fragments("10.1.0.2", "10.2.0.2", UDP, udp("10.1.0.2", "10.2.0.2", 4000, 5001, bytes(2000)), (1400,), 7):
    send(packet)
for packet in fragments("10.1.0.2", "10.2.0.2", UDP, udp("10.1.0.2", "10.2.0.2", 4000, 5002, bytes(200)), (96,), 8):
    send(packet)
t.write()
