from frames import *

R0, LEFT = "02:00:0a:01:00:01", "02:00:0a:01:00:02"
R1, RIGHT = "02:00:0a:02:00:01", "02:00:0a:02:00:02"
L, R, NAT, PUBLISHED = "10.1.0.2", "10.2.0.2", "10.2.0.100", "10.1.0.1"
A, B, WRONG = 0xAAAA0001, 0xBBBB0002, 0xDEAD0003  # the tags that left and right want to see
DATA, HEARTBEAT, COOKIE_ECHO, COOKIE_ACK = chunk(0, bytes(12) + b"hello", flags=3), chunk(4, bytes(4)), chunk(10, b"cookies"), chunk(11)
t = Traffic(__file__)


def init(tag, kind=1):
    return chunk(kind, struct.pack(">IIHHI", tag, 65536, 10, 10, 1))


def there(to, sport, dport, tag, *chunks, **fields):
    t.send("left:eth0", ethernet(R0, LEFT, IPV4, ipv4(L, to, SCTP, sctp(sport, dport, tag, *chunks, **fields))))


def back(to, sport, dport, tag, *chunks, **fields):
    t.send("right:eth0", ethernet(R1, RIGHT, IPV4, ipv4(R, to, SCTP, sctp(sport, dport, tag, *chunks, **fields))))


def error(to, packet, quoted):
    t.send("right:eth0", ethernet(R1, RIGHT, IPV4, ipv4(R, to, ICMP, icmp(3, 2, 0, 0, packet[:quoted]))))


# Source address, then port too.
for sport, seen, address in (1000, 1000, NAT), (1001, 7000, NAT), (1002, 1002, "10.2.0.1"):
    there(R, sport, 80, 0, init(A))
    back(address, 80, seen, A, init(B, kind=2))
    there(R, sport, 80, B, COOKIE_ECHO, DATA)
    back(address, 80, seen, A, COOKIE_ACK)
    there(R, sport, 80, WRONG, DATA)
    there(R, sport, 80, B, DATA, wrong_by=1)
    back(address, 80, seen, WRONG, DATA)
    sent = ipv4(address, R, SCTP, sctp(seen, 80, B, DATA), ttl=63)
    for quoted in (27, 28, 31, 32, 52, len(sent)):
        error(address, sent, quoted)

# Destination address and port, both ends at once; the same source again, another one of a range.
for sport, dport, seen in (2000, 8080, 80), (2001, 8081, 81):
    there(PUBLISHED, sport, dport, B, HEARTBEAT)
    source = NAT if seen == 80 else L
    back(source, seen, sport, A, chunk(5, bytes(4)))
    there(PUBLISHED, sport, dport, B, DATA)
    sent = ipv4(source, R, SCTP, sctp(sport, seen, B, DATA), ttl=63)
    error(source, sent, 28)
    error(source, sent, len(sent))
for port in 8080, 8081:
    packet = ipv4(L, PUBLISHED, SCTP, sctp(port - 6080, port, B, DATA), ttl=1)
    t.send("left:eth0", ethernet(R0, LEFT, IPV4, packet))
there(R, 3000, 9999, 0, init(A))
there(R, 3000, 85, 0, init(A))
t.write()
