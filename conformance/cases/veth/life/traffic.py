from frames import *

A, B = "02:00:00:00:00:0a", "02:00:00:00:00:0b"
t = Traffic(__file__)
t.send("a:eth0", padded(ethernet(B, A, LOCAL)))
t.send("b:eth0", padded(ethernet(A, B, LOCAL)))
t.send("a:eth0", ethernet(B, A, LOCAL, bytes(1400)))
t.send("a:eth0", ethernet(B, A, LOCAL, bytes(1404)))   # as if for a tag
t.send("a:eth0", ethernet(B, A, LOCAL, bytes(1405)))   # too long for the other end
t.send("a:eth0", ethernet(B, A, LOCAL, bytes(1500)))
t.send("b:eth0", ethernet(A, B, LOCAL, bytes(1400)))
t.send("host:lonely", padded(ethernet(BROADCAST, "02:00:00:00:00:05", LOCAL)))
t.write()
