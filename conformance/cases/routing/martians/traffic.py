from frames import *

ROUTER, LEFT = "02:00:0a:01:00:01", "02:00:0a:01:00:02"
ROUTER1, ONE = "02:00:0a:02:00:01", "02:00:0a:02:00:02"
ROUTER2, TWO = "02:00:0a:03:00:01", "02:00:0a:03:00:02"
t = Traffic(__file__)
for where, router, host in (("left:eth0", ROUTER, LEFT), ("one:eth0", ROUTER1, ONE)):
    for source, destination in (("127.0.0.1", "10.3.0.2"), ("10.1.0.2", "127.0.0.1"), ("224.0.0.5", "10.3.0.2"),
                                ("255.255.255.255", "10.3.0.2"), ("0.0.0.0", "10.3.0.2"), ("0.1.2.3", "10.3.0.2"),
                                ("10.1.0.2", "0.0.0.0"), ("10.1.0.2", "240.0.0.1"), ("10.1.0.2", "10.3.0.2")):
        t.send(where, ethernet(router, host, IPV4, datagram(source, destination)))
        t.wait(0.1)
t.write()
