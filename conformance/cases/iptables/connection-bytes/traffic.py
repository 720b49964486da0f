from frames import *

ROUTER, LEFT = "02:00:0a:01:00:01", "02:00:0a:01:00:02"
RIGHT_SIDE, RIGHT = "02:00:0a:02:00:01", "02:00:0a:02:00:02"
A, B = "10.1.0.2", "10.2.0.2"
t = Traffic(__file__)


def there(port, size=5):
    t.send("left:eth0", ethernet(ROUTER, LEFT, IPV4, datagram(A, B, dport=port, payload=bytes(size))))


def back(port, size=5):
    t.send("right:eth0", ethernet(RIGHT_SIDE, RIGHT, IPV4, datagram(B, A, port, 4000, payload=bytes(size))))


there(5000)
t.wait(5)
there(5000)  # from before there was a rule
back(5000)
there(5001)
back(5001)
there(5001)
there(5001, 100)
back(5001, 200)
there(5001, 0)
there(5001)
there(5001)
back(5001)
there(5002)
there(5002, 1)
t.write()
