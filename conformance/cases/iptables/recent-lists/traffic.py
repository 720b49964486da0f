from frames import *

ROUTER, LEFT = "02:00:0a:01:00:01", "02:00:0a:01:00:02"
t = Traffic(__file__)


def there(host, port):
    t.send("left:eth0", ethernet(ROUTER, LEFT, IPV4, datagram("10.1.1.%d" % host, "10.2.0.2", dport=port)))


there(2, 5000)
there(2, 5001)
t.wait(4)
there(2, 5001)
t.wait(2)
there(2, 5001)
for host in list(range(1, 101)) + [1, 101, 102]:
    there(host, 5002)
for host in (1, 2, 3, 4, 101, 102, 103):
    there(host, 5003)
t.write()
