from frames import *

t = Traffic(__file__)


def send(device, size):
    t.send("h1:" + device, ethernet("02:00:00:00:00:99", "02:00:00:00:00:0a", LOCAL, bytes(size)))


send("vx1", 700)
quote = ipv4("10.0.0.1", "10.0.0.2", UDP, udp("10.0.0.1", "10.0.0.2", 5000, 4789, vxlan(1, bytes(20))))
t.send("wire:p1", ethernet("02:00:00:00:01:01", "02:00:00:00:05:01", IPV4,
                           ipv4("10.0.0.2", "10.0.0.1", ICMP, icmp(3, 4, 0, 400, quote))))
send("vx1", 700)
send("vx1", 100)
send("vx2", 100)
send("vx2", 400)
send("vx2", 400)
send("vx2", 100)
send("vx4", 100)
send("vx4", 400)
send("vx3", 100)
t.wait(4)
send("vx5", 100)
t.write()
