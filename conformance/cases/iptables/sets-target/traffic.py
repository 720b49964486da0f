from frames import *

ROUTER, LEFT = "02:00:0a:01:00:01", "02:00:0a:01:00:02"
t = Traffic(__file__)


def all_of(lasts, ports):
    for last in lasts:
        for port in ports:
            t.send("left:eth0", ethernet(ROUTER, LEFT, IPV4, datagram(f"10.1.0.{last}", "10.2.0.2", dport=port)))


all_of((2, 3, 4, 5), (5000,))
all_of((4, 5), (5001, 5002, 5003, 5004, 5005, 5006, 5007))
t.wait(1.0)
all_of((2, 4, 6), (5000,))
t.wait(2.5)
all_of((2, 4, 6), (5000,))
t.write()
