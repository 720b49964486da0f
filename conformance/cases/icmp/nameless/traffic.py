from frames import *

EVERYBODY, NOBODY = "255.255.255.255", "0.0.0.0"
t = Traffic(__file__)
for where, here in (("a:eth0", "02:00:00:00:00:0a"), ("a:eth1", "02:00:00:00:01:0a")):
    t.send(where, ethernet(BROADCAST, here, IPV4, echo(NOBODY, EVERYBODY, payload=b"who?")))
    # A way recorded, a time asked for.
    t.send(where, ethernet(BROADCAST, here, IPV4, echo(NOBODY, EVERYBODY, 2, options=b"\x07\x0b\x04" + bytes(8))))
    t.send(where, ethernet(BROADCAST, here, IPV4, datagram(NOBODY, EVERYBODY, 68, 67)))
    t.send(where, ethernet(BROADCAST, here, IPV4, echo("10.0.0.9", EVERYBODY, 3, options=b"\x07\x07\x04" + bytes(4))))
t.write()
