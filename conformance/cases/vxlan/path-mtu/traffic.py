from frames import *

t = Traffic(__file__)


def told(vni, dport=4789, sport=5000):
    inside = bytes(20)
    quote = ipv4("10.0.0.1", "10.0.0.2", UDP, udp("10.0.0.1", "10.0.0.2", sport, dport, vxlan(vni, inside)))
    t.send("wire:p1", ethernet("02:00:00:00:01:01", "02:00:00:00:01:02", IPV4,
                               ipv4("10.0.0.2", "10.0.0.1", ICMP, icmp(3, 4, 0, 900, quote))))


def send(size):
    t.send("h1:vx1", ethernet("02:00:00:00:00:99", "02:00:00:00:00:0a", LOCAL, bytes(size)))


send(1000)
told(2)
told(1, dport=4790)
send(1000)
told(1)
send(1000)
send(800)
t.write()
