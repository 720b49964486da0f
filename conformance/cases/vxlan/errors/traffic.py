from frames import *

t = Traffic(__file__)
for tunnel in range(1, 7):
    t.send("h1:vx%d" % tunnel, padded(ethernet("02:00:00:00:00:99", "02:00:00:00:00:0a", LOCAL)))
t.send("h1:vx6", padded(ethernet("02:00:00:00:00:07", "02:00:00:00:00:0b", LOCAL)))
t.send("h1:vx6", padded(ethernet("02:00:00:00:00:08", "02:00:00:00:00:0b", LOCAL)))
t.send("h1:vx3", ethernet("02:00:00:00:04:03", "02:00:00:00:00:0c", IPV4, datagram("10.3.0.1", "10.3.0.2")))
t.write()
