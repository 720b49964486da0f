from frames import *

HOST, NEAR, FARH, FAR = "02:00:0a:01:00:01", "02:00:0a:01:00:02", "02:00:0a:02:00:01", "02:00:0a:02:00:02"
t = Traffic(__file__)


def near(frame):
    t.send("near:eth0", frame)


def far(frame):
    t.send("far:eth0", frame)


def through(destination, number, size=5):
    near(ethernet(HOST, NEAR, IPV4, datagram("10.1.0.2", destination, dport=number, payload=bytes(size))))


near(arp_request(NEAR, "10.1.0.2", "10.1.0.1"))
t.wait(2.9)
near(arp_request(NEAR, "10.1.0.2", "10.1.0.1"))
t.wait(0.5)
near(arp_request(NEAR, "10.1.0.2", "10.1.0.1"))
t.write()
