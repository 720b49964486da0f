from frames import *

ROUTER, LEFT = "02:00:0a:01:00:01", "02:00:0a:01:00:02"
t = Traffic(__file__)
for destination in ("10.9.0.1", "10.9.1.1", "10.9.2.1", "10.9.3.1", "10.1.0.77"):
    for packet in (datagram("10.1.0.2", destination), echo("10.1.0.2", destination)):
        t.send("left:eth0", ethernet(ROUTER, LEFT, IPV4, packet))
        t.wait(1.2)
t.write()
