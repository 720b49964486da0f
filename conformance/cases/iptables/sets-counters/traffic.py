from frames import *

ROUTER, LEFT = "02:00:0a:01:00:01", "02:00:0a:01:00:02"
t = Traffic(__file__)


def all_of():
    for port in range(5000, 5005):
        for last in (2, 3, 4):
            packet = datagram(f"10.1.0.{last}", "10.2.0.2", dport=port, payload=bytes(port - 4990))
            t.send("left:eth0", ethernet(ROUTER, LEFT, IPV4, packet))


all_of()
all_of()
t.wait(1.0)
all_of()
t.write()
