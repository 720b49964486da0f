from frames import *

A, R = "02:00:00:00:00:01", "02:00:00:00:00:03"
t = Traffic(__file__)


def send(source, destination, ttl=64):
    t.send("a:eth0", ethernet(R, A, IPV4, datagram(source, destination, ttl=ttl)))


for gap in (0.1, 0.04, 0.1, 0.2, 0.4, 0.2, 0.6, 1.4, 2.7, 5.3, 1, 0.5):   # 20 ms doubled each time, and frames too soon
    send("10.0.0.1", "10.9.0.1")
    t.wait(gap)
send("10.0.0.4", "10.9.0.1")
send("10.0.0.4", "10.9.0.1", ttl=1)
send("10.0.0.5", "10.8.0.1")
send("172.16.0.1", "10.9.0.1")          # not from this link
while t.clock_us < 16_500_000:
    t.wait(0.5)
send("10.0.0.5", "10.9.0.1")
t.wait(0.3)
send("10.0.0.5", "10.8.0.1")
while t.clock_us < 17_500_000:
    t.wait(0.1)
send("10.0.0.4", "10.9.0.1")
t.write()
