from frames import *

HOST, NEAR, FARH, FAR = "02:00:0a:01:00:01", "02:00:0a:01:00:02", "02:00:0a:02:00:01", "02:00:0a:02:00:02"
t = Traffic(__file__)


def near(frame):
    t.send("near:eth0", frame)


def far(frame):
    t.send("far:eth0", frame)


def through(destination, number, size=5):
    near(ethernet(HOST, NEAR, IPV4, datagram("10.1.0.2", destination, dport=number, payload=bytes(size))))


def own(source, destination):
    t.send("me:@ip", datagram(source, destination))


last = 20
for mode in range(3):
    for source in "10.1.0.1", "10.2.0.1", "10.2.0.3", "10.3.0.1", "10.9.9.9":
        last += 1
        own(source, "10.2.0.%d" % last)
    own("10.2.0.1", "10.3.0.%d" % last)
    t.wait(0.94)
t.write()
