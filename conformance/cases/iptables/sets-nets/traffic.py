from frames import *

ROUTER, LEFT = "02:00:0a:01:00:01", "02:00:0a:01:00:02"
t = Traffic(__file__)


def send(packet):
    t.send("left:eth0", ethernet(ROUTER, LEFT, IPV4, packet))


for last in (2, 15, 16, 20, 31, 32, 33, 47, 48, 63, 64, 80, 255):
    send(datagram(f"10.1.0.{last}", "10.2.0.2"))
    send(datagram(f"10.1.0.{last}", "10.2.0.2", dport=5001))
for destination in ("10.2.0.2", "10.2.0.3", "10.2.1.2"):
    for port in (5000, 5001, 5002, 5003):
        send(datagram("10.1.0.2", destination, dport=port))
send(ipv4("10.1.0.2", "10.2.0.2", TCP, tcp("10.1.0.2", "10.2.0.2", 4000, 80, "S")))
t.wait(1.0)
for last in (2, 16, 20, 33, 48):
    send(datagram(f"10.1.0.{last}", "10.2.0.2"))
t.write()
