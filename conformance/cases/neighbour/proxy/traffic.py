from frames import *

HOST, NEAR, FARH, FAR = "02:00:0a:01:00:01", "02:00:0a:01:00:02", "02:00:0a:02:00:01", "02:00:0a:02:00:02"
t = Traffic(__file__)


def near(frame):
    t.send("near:eth0", frame)


def far(frame):
    t.send("far:eth0", frame)



for mode in range(5):
    near(arp_request(NEAR, "10.1.0.2", "10.2.0.7"))
    near(arp_request(NEAR, "10.1.0.2", "10.2.0.8"))
    near(arp_request(NEAR, "10.1.0.2", "10.1.0.9"))   # behind the same interface
    near(arp_request(NEAR, "10.1.0.2", "10.99.0.1"))  # nowhere
    near(arp_request(NEAR, "10.1.0.2", "10.1.0.2"))
    t.wait(0.95)
t.write()
