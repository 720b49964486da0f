from frames import *

A, B = "02:00:00:00:00:0a", "02:00:00:00:00:0b"
t = Traffic(__file__)
for tunnel in ("plain", "taken", "own", "port"):
    for tos in (0, 0x10, 0xD3):
        t.send("h1:" + tunnel, ethernet(B, A, IPV4, datagram("10.1.0.1", "10.1.0.2", tos=tos)))
        t.wait(0.1)
    t.send("h1:" + tunnel, ethernet(B, A, LOCAL, b"no service"))
    t.wait(0.1)
t.write()
