from frames import *

HOST, NEAR, FARH, FAR = "02:00:0a:01:00:01", "02:00:0a:01:00:02", "02:00:0a:02:00:01", "02:00:0a:02:00:02"
t = Traffic(__file__)


def near(frame):
    t.send("near:eth0", frame)


def far(frame):
    t.send("far:eth0", frame)



for mode in range(3):
    last = 10 + 10 * mode
    near(arp_request(NEAR, "10.1.0.%d" % last, "10.1.0.%d" % last))
    near(arp_request(NEAR, "10.8.0.%d" % last, "10.8.0.%d" % last))
    near(arp_reply(NEAR, "10.1.0.%d" % (last + 1), HOST, "10.1.0.1"))
    near(arp_request(NEAR, "10.1.0.%d" % (last + 2), "10.1.0.99"))
    t.wait(0.96)
t.write()
