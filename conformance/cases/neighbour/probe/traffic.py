from frames import *

HOST, NEAR, FARH, FAR = "02:00:0a:01:00:01", "02:00:0a:01:00:02", "02:00:0a:02:00:01", "02:00:0a:02:00:02"
t = Traffic(__file__)


def near(frame):
    t.send("near:eth0", frame)


def far(frame):
    t.send("far:eth0", frame)


def through(destination, number, size=5):
    near(ethernet(HOST, NEAR, IPV4, datagram("10.1.0.2", destination, dport=number, payload=bytes(size))))


far(arp_request("02:00:0a:02:00:08", "10.2.0.8", "10.2.0.1"))
far(arp_request(FAR, "10.2.0.2", "10.2.0.1"))
through("10.2.0.8", 1)  # nobody answers for it
through("10.2.0.2", 1)  # answers
t.wait(1.6)
through("10.2.0.8", 2)  # probed, and sent to nevertheless
through("10.2.0.2", 2)
t.wait(2)
through("10.2.0.2", 3)
through("10.2.0.8", 3)  # failed: everybody is asked
far(arp_reply("02:00:0a:02:00:08", "10.2.0.8", FARH, "10.2.0.1"))
through("10.2.0.8", 4)
t.write()
