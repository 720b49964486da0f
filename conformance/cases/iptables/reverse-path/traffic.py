from frames import *

ROUTER, LEFT = "02:00:0a:01:00:01", "02:00:0a:01:00:02"
t = Traffic(__file__)


def send(packet, to=ROUTER):
    t.send("left:eth0", ethernet(to, LEFT, IPV4, packet))


for source in (
    "10.1.0.2",
    "10.2.0.9",
    "10.2.0.1",
    "10.1.0.1",
    "10.1.0.255",
    "192.0.2.1",
    "192.0.2.200",
    "198.51.100.1",
    "198.51.100.65",
    "203.0.113.1",
    "203.0.113.200",
    "198.18.0.7",
    "127.0.0.1",
    "8.8.8.8",
    "224.0.0.5",
    "0.0.0.0",
):
    send(datagram(source, "10.2.0.2"))
for source in ("192.0.2.1", "192.0.2.200", "10.2.0.1"):
    send(datagram(source, "10.2.0.2", dport=5005))
    send(datagram(source, "10.2.0.2", dport=5006))
send(datagram("198.51.100.65", "10.2.0.2", tos=0x10))
send(datagram("0.0.0.0", "255.255.255.255"), to=BROADCAST)
send(datagram("0.0.0.0", "224.0.0.9"), to="01:00:5e:00:00:09")
send(datagram("0.0.0.0", "239.1.1.1"), to="01:00:5e:01:01:01")
send(datagram("10.1.0.2", "239.1.1.1"), to="01:00:5e:01:01:01")
t.write()
