from frames import *

A = "02:00:00:00:00:0a"
t = Traffic(__file__)
for last in range(0x12):
    t.send("a:eth0", padded(ethernet("01:80:c2:00:00:%02x" % last, A, LOCAL)))
t.send("a:eth0", padded(ethernet("01:80:c2:00:01:00", A, LOCAL)))
t.write()
