from frames import *

R0, LEFT = "02:00:0a:01:00:01", "02:00:0a:01:00:02"
R1, RIGHT = "02:00:0a:02:00:01", "02:00:0a:02:00:02"
L, R = "10.1.0.2", "10.2.0.2"
A, B, WRONG = 0xAAAA0001, 0xBBBB0002, 0xDEAD0003  # the tags that left and right want to see
DATA, SACK = chunk(0, bytes(12) + b"hello", flags=3), chunk(3, bytes(12))
HEARTBEAT, HEARTBEAT_ACK = chunk(4, b"\0\1\0\4"), chunk(5, b"\0\1\0\4")
ABORT, SHUTDOWN, SHUTDOWN_ACK, SHUTDOWN_COMPLETE = chunk(6), chunk(7, bytes(4)), chunk(8), chunk(14)
ERROR, COOKIE_ECHO, COOKIE_ACK = chunk(9, bytes(4)), chunk(10, b"cookies"), chunk(11)
t = Traffic(__file__)


def init(tag, kind=1):
    return chunk(kind, struct.pack(">IIHHI", tag, 65536, 10, 10, 1))


def there(port, tag, *chunks, **fields):
    t.send("left:eth0", ethernet(R0, LEFT, IPV4, ipv4(L, R, SCTP, sctp(port, 80, tag, *chunks, **fields))))


def back(port, tag, *chunks, **fields):
    t.send("right:eth0", ethernet(R1, RIGHT, IPV4, ipv4(R, L, SCTP, sctp(80, port, tag, *chunks, **fields))))


def greet(port):
    there(port, 0, init(A))
    back(port, A, init(B, kind=2))
    there(port, B, COOKIE_ECHO, DATA)
    back(port, A, COOKIE_ACK, SACK)


# A whole life.
greet(1000)
there(1000, B, DATA)
there(1000, WRONG, DATA)
there(1000, B, DATA, wrong_by=1)
there(1000, B, DATA, chunk(3, bytes(12), length=0))
there(1000, B, HEARTBEAT)
back(1000, A, HEARTBEAT_ACK)
back(1000, A, SHUTDOWN)
there(1000, B, SHUTDOWN_ACK)
back(1000, A, SHUTDOWN_COMPLETE)

# Aborted: with the tag of nobody, with the sender's own, which the flag has to say.
greet(1001)
back(1001, WRONG, ABORT)
back(1001, B, ABORT)
back(1001, B, chunk(6, flags=1))
back(1001, A, DATA)

# Nothing begins with these.
for first in (DATA, COOKIE_ACK, ABORT, SHUTDOWN_COMPLETE):
    there(1002, 0, first)
there(1002, 1, init(A))
there(1002, 0, init(A), DATA)
there(1002, 0, init(A), wrong_by=1)
there(1002, 0)
there(1003, 0, ERROR)
there(1004, B, SHUTDOWN_ACK)

# A second path.
there(1005, B, HEARTBEAT)
back(1005, A, DATA)
back(1005, A, HEARTBEAT_ACK)
there(1005, WRONG, HEARTBEAT)
back(1005, WRONG, HEARTBEAT_ACK)
there(1005, WRONG, DATA)

# Both sides begin.
there(1006, 0, init(A))
back(1006, 0, init(B))
back(1006, A, init(WRONG, kind=2))
back(1006, A, init(B, kind=2))
there(1006, B, COOKIE_ECHO)

# An error about an association, and about none.
for port in (1006, 1007):
    quoted = ipv4(L, R, SCTP, sctp(port, 80, B, DATA), ttl=63)[:28]
    t.send("right:eth0", ethernet(R1, RIGHT, IPV4, ipv4(R, L, ICMP, icmp(3, 2, 0, 0, quoted))))
there(1008, 0, init(A))
t.write()
