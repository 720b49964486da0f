from frames import *

t = Traffic(__file__)
for number in range(1, 11):
    t.send("h1:vx0", padded(ethernet("02:00:00:00:00:%02x" % number, "02:00:00:00:04:01", LOCAL)))
t.send("h1:vx0", padded(ethernet("01:00:5e:00:00:09", "02:00:00:00:04:01", LOCAL)))
t.send("h1:vx0", padded(ethernet(BROADCAST, "02:00:00:00:04:01", LOCAL)))
t.write()
