from frames import *

HOST, NEAR, FARH, FAR = "02:00:0a:01:00:01", "02:00:0a:01:00:02", "02:00:0a:02:00:01", "02:00:0a:02:00:02"
t = Traffic(__file__)


def near(frame):
    t.send("near:eth0", frame)


def far(frame):
    t.send("far:eth0", frame)



for number in range(3):
    near(ethernet(HOST, NEAR, IPV4, datagram("10.1.0.2", "10.2.0.9", dport=number)))
    near(ethernet(HOST, NEAR, IPV4, datagram("10.1.0.2", "10.2.0.8", dport=number)))
t.write()
