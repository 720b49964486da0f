from frames import *

HOST, NEAR, FARH, FAR = "02:00:0a:01:00:01", "02:00:0a:01:00:02", "02:00:0a:02:00:01", "02:00:0a:02:00:02"
t = Traffic(__file__)


def near(frame):
    t.send("near:eth0", frame)


def far(frame):
    t.send("far:eth0", frame)



for mode in (0, 1, 2, 3, 4, 8):
    near(arp_request(NEAR, "10.1.0.2", "10.1.0.1"))
    near(arp_request(NEAR, "10.1.0.2", "10.2.0.1"))   # of the other interface
    near(arp_request(NEAR, "10.9.0.2", "10.1.0.1"))   # from another subnet
    near(arp_request(NEAR, "10.1.0.2", "10.1.0.77"))  # of scope host
    near(arp_request(NEAR, "0.0.0.0", "10.1.0.1"))    # is the address taken?
    t.wait(0.95 if mode < 4 else 3.95)
t.write()
