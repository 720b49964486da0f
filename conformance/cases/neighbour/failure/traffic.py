from frames import *

ROUTER, LEFT, LATE = "02:00:0a:01:00:01", "02:00:0a:01:00:02", "02:00:0a:02:00:08"
t = Traffic(__file__)


def send(destination, number):
    t.send("left:eth0", ethernet(ROUTER, LEFT, IPV4, datagram("10.1.0.2", destination, dport=number)))


send("10.2.0.9", 1)   # nobody
send("10.2.0.9", 2)
t.wait(0.5)
send("10.2.0.8", 3)
send("10.2.0.8", 4)
t.send("right:eth0", arp_reply(LATE, "10.2.0.8", "02:00:0a:02:00:01", "10.2.0.1"))
send("10.2.0.8", 5)
t.wait(3.5)
send("10.2.0.9", 6)   # once more
t.write()
