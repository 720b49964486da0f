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
through("10.2.0.2", 1)
through("10.2.0.77", 1)
through("10.2.0.255", 1)
t.wait(1)
through("10.2.0.2", 2)
through("10.2.0.77", 2)
through("10.2.0.9", 2)
far(arp_request(FAR, "10.2.0.2", "10.2.0.1"))
far(arp_reply(FAR, "10.2.0.2", FARH, "10.2.0.1"))
far(ethernet(FARH, FAR, IPV4, datagram("10.2.0.2", "10.1.0.2", dport=3)))
t.wait(1)
through("10.2.0.2", 4)
far(arp_request(FAR, "10.2.0.2", "10.2.0.1"))
t.write()
