from frames import *

ROUTER, LEFT = "02:00:0a:01:00:01", "02:00:0a:01:00:02"
t = Traffic(__file__)


def there(host, port, **fields):
    t.send("left:eth0", ethernet(ROUTER, LEFT, IPV4, datagram("10.1.0.%d" % host, "10.2.0.2", dport=port, **fields)))


there(2, 4999)  # in no list
there(2, 5000)
there(2, 4999)
there(2, 5000)
there(3, 4999)
there(3, 5000)
t.wait(2.5)
there(2, 5000)  # three hits, one of them fresh after the next pause
there(2, 4999)
t.wait(1.7)
there(2, 4999)
there(3, 5001)  # too old to be updated
there(2, 5001)
there(2, 5002)
there(2, 5002)
there(2, 4999)
there(4, 5000)
there(3, 5007)  # takes out the oldest: itself
there(3, 4999)
there(4, 5007)
there(5, 5003)
there(5, 4999)
there(6, 5004)
there(7, 4999)
there(8, 5005, ttl=33)
there(8, 4999, ttl=33)
there(8, 4999, ttl=32)
there(8, 4999, ttl=34)
there(8, 5006, ttl=34)
there(8, 5006, ttl=33)
there(9, 5008)
there(9, 5008)
for ttl in (64, 63):
    t.send("left:eth0", ethernet(ROUTER, LEFT, IPV4, echo("10.1.0.2", "10.1.0.1", ttl=ttl)))
t.write()
