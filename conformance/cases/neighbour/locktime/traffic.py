from frames import *

HOST, NEAR, FARH, FAR = "02:00:0a:01:00:01", "02:00:0a:01:00:02", "02:00:0a:02:00:01", "02:00:0a:02:00:02"
t = Traffic(__file__)


def near(frame):
    t.send("near:eth0", frame)


def far(frame):
    t.send("far:eth0", frame)


def through(destination, number, size=5):
    near(ethernet(HOST, NEAR, IPV4, datagram("10.1.0.2", destination, dport=number, payload=bytes(size))))


def answer(last):
    far(arp_reply("02:00:0a:02:00:%02x" % last, "10.2.0.9", FARH, "10.2.0.1"))


through("10.2.0.9", 1)
answer(0x10)
through("10.2.0.9", 2)
answer(0x11)             # too early
through("10.2.0.9", 3)
t.wait(1.3)
answer(0x12)             # believed
through("10.2.0.9", 4)
answer(0x13)
through("10.2.0.9", 5)
far(ethernet(BROADCAST, "02:00:0a:02:00:14", ARP, arp(1, "02:00:0a:02:00:14", "10.2.0.9", ZERO, "10.2.0.9")))
through("10.2.0.9", 6)
far(ethernet(BROADCAST, "02:00:0a:02:00:15", ARP, arp(2, "02:00:0a:02:00:15", "10.2.0.9", BROADCAST, "10.2.0.9")))
through("10.2.0.9", 7)   # an announcement whose target is not its sender is none
far(ethernet(BROADCAST, "02:00:0a:02:00:16", ARP, arp(2, "02:00:0a:02:00:16", "10.2.0.9", "02:00:0a:02:00:16", "10.2.0.9")))
through("10.2.0.9", 8)
far(ethernet(BROADCAST, "02:00:0a:02:00:17", ARP, arp(1, "02:00:0a:02:00:17", "10.2.0.88", ZERO, "10.2.0.88")))
t.wait(0.3)
t.write()
