from frames import *

HOST, NEAR, FARH, FAR = "02:00:0a:01:00:01", "02:00:0a:01:00:02", "02:00:0a:02:00:01", "02:00:0a:02:00:02"
t = Traffic(__file__)


def near(frame):
    t.send("near:eth0", frame)


def far(frame):
    t.send("far:eth0", frame)


def through(destination, number, size=5):
    near(ethernet(HOST, NEAR, IPV4, datagram("10.1.0.2", destination, dport=number, payload=bytes(size))))


def everyone(number):
    for last in 4, 5, 6, 7:
        through("10.2.0.%d" % last, number)


everyone(1)
for last in 4, 5, 6, 7:
    far(arp_reply("02:00:0a:02:00:1%d" % last, "10.2.0.%d" % last, FARH, "10.2.0.1"))
everyone(2)
t.wait(1.2)
for last in 4, 5, 6, 7:
    far(arp_request("02:00:0a:02:00:2%d" % last, "10.2.0.%d" % last, "10.2.0.1"))
everyone(3)
t.wait(0.6)
everyone(4)
t.write()
