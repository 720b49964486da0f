from frames import *

A, C = "02:00:00:00:00:0a", "02:00:00:00:00:0c"
t = Traffic(__file__)
t.send("c:eth0", padded(ethernet(BROADCAST, C, LOCAL)))
t.send("a:eth0", padded(ethernet(BROADCAST, A, LOCAL)))
t.wait(0.13)
t.send("c:eth0", padded(ethernet(BROADCAST, C, LOCAL)))  # while a is no port
t.send("a:eth0", padded(ethernet(BROADCAST, A, LOCAL)))
t.wait(1.5)
t.send("c:eth0", padded(ethernet(BROADCAST, C, LOCAL)))
t.send("a:eth0", padded(ethernet(BROADCAST, A, LOCAL)))
t.write()
