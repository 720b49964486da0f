from frames import *

ROUTER, LEFT = "02:00:0a:01:00:01", "02:00:0a:01:00:02"
t = Traffic(__file__)


def there(host, port):
    t.send("left:eth0", ethernet(ROUTER, LEFT, IPV4, datagram("10.1.0.%d" % host, "10.2.0.2", dport=port)))


for port in (5000, 5001, 5002):
    for _ in range(3):
        there(2, port)
for host in (2, 3, 4, 2):
    there(host, 5003)
there(2, 5004)
there(2, 5004)
t.wait(3.5)
for port in (5000, 5001, 5002):
    there(2, port)
    there(3, port)
there(4, 5003)
there(2, 5004)
there(2, 5004)
t.write()
