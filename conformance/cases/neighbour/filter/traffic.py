from frames import *

HOST, NEAR, FARH, FAR = "02:00:0a:01:00:01", "02:00:0a:01:00:02", "02:00:0a:02:00:01", "02:00:0a:02:00:02"
t = Traffic(__file__)


def near(frame):
    t.send("near:eth0", frame)


def far(frame):
    t.send("far:eth0", frame)



for mode in range(2):
    near(arp_request(NEAR, "10.1.0.2", "10.1.0.1"))
    near(arp_request(NEAR, "10.1.0.2", "10.2.0.1"))
    near(arp_request(NEAR, "10.2.0.9", "10.1.0.1"))  # the way back leads elsewhere
    near(arp_request(NEAR, "10.7.0.9", "10.1.0.1"))  # no way back
    near(arp_request(FAR, "10.1.0.2", "10.1.0.2"))
    t.wait(0.95)
t.write()
