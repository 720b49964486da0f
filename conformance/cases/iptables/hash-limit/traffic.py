from frames import *

ROUTER, LEFT = "02:00:0a:01:00:01", "02:00:0a:01:00:02"
t = Traffic(__file__)


def there(host, port, **fields):
    t.send("left:eth0", ethernet(ROUTER, LEFT, IPV4, datagram("10.1.0.%d" % host, "10.2.0.2", dport=port, **fields)))


for port in (5000, 5000, 5001, 5000, 5000):
    there(2, port)
for host in (3, 3, 4, 5):
    there(host, 5000)
t.send("left:eth0", ethernet(ROUTER, LEFT, IPV4, echo("10.1.0.6", "10.2.0.2")))
t.send("left:eth0", ethernet(ROUTER, LEFT, IPV4, echo("10.1.0.6", "10.2.0.3")))
for _ in range(5):
    there(2, 5003, payload=bytes(1000))
for _ in range(9):
    there(2, 5004, payload=bytes(300))
t.wait(4)
there(2, 5000)
there(2, 5003, payload=bytes(1000))
there(2, 5003, payload=bytes(1000))
for _ in range(3):
    there(2, 5004, payload=bytes(200))
t.wait(4)
there(2, 5004)
there(2, 5003, payload=bytes(1000))
there(2, 5000)
t.write()
