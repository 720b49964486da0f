from frames import *

ROUTER, LEFT = "02:00:0a:01:00:01", "02:00:0a:01:00:02"
t = Traffic(__file__)


def three(number):
    for port in range(number, number + 3):
        t.send("left:eth0", ethernet(ROUTER, LEFT, IPV4, datagram("10.1.0.2", "10.2.0.2", dport=port)))


t.send("left:eth0", arp_request(LEFT, "10.1.0.2", "10.1.0.1"))
t.wait(3)
three(5001)
t.wait(2.5)
three(5011)
t.write()
