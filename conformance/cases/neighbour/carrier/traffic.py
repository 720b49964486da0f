from frames import *

HOST, NEAR, FARH, FAR = "02:00:0a:01:00:01", "02:00:0a:01:00:02", "02:00:0a:02:00:01", "02:00:0a:02:00:02"
t = Traffic(__file__)


def near(frame):
    t.send("near:eth0", frame)


def far(frame):
    t.send("far:eth0", frame)



near(arp_request(NEAR, "10.1.0.2", "10.1.0.1"))
far(arp_request(FAR, "10.2.0.2", "10.2.0.1"))
t.wait(4.98)
far(arp_request(FAR, "10.2.0.3", "10.2.0.1"))
t.write()
