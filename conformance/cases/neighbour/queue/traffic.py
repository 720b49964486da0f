from frames import *

HOST, NEAR, FARH, FAR = "02:00:0a:01:00:01", "02:00:0a:01:00:02", "02:00:0a:02:00:01", "02:00:0a:02:00:02"
t = Traffic(__file__)


def near(frame):
    t.send("near:eth0", frame)


def far(frame):
    t.send("far:eth0", frame)


def through(destination, number, size=5):
    near(ethernet(HOST, NEAR, IPV4, datagram("10.1.0.2", destination, dport=number, payload=bytes(size))))


for number in range(8):
    through("10.2.0.8", number)
for number in range(3):
    through("10.2.0.7", number, 1400)
through("10.2.0.7", 3)
far(arp_reply("02:00:0a:02:00:08", "10.2.0.8", FARH, "10.2.0.1"))
far(arp_reply("02:00:0a:02:00:07", "10.2.0.7", FARH, "10.2.0.1"))
t.wait(1)
for number in range(3):
    through("10.2.0.6", number)
far(arp_reply("02:00:0a:02:00:06", "10.2.0.6", FARH, "10.2.0.1"))
t.write()
