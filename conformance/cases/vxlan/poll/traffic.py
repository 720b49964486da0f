from frames import *

C, GATE, HERE, THERE = "02:00:00:00:01:0c", "02:00:00:00:02:01", "02:00:00:00:04:01", "02:00:00:00:04:02"
FROM, TO, OTHER, ODD = "10.2.0.9", "10.1.0.2", "10.1.0.3", "10.1.0.4"
t = Traffic(__file__)


def send(packet):
    t.send("c:eth0", ethernet(GATE, C, IPV4, packet))


def segment(flags, seq, payload=b"", sport=1000):
    send(ipv4(FROM, TO, TCP, tcp(FROM, TO, sport, 80, flags, seq=seq, ack=7, payload=payload)))


# One poll: data steps behind what is no data, its own flow excepted.
segment("A", 1, b"first")
send(echo(FROM, TO, sequence=1))
segment("A", 5000, b"second")
segment("S", 1, sport=2000)
send(datagram(FROM, TO))
segment("FA", 9000, b"third")
segment("A", 11000, b"fourth")
t.send("h2:vx0", arp_reply(THERE, TO, HERE, "10.1.0.1"))

# Lists of eight: answers to the first come between the eighth and the ninth. Data with a wrong checksum waits for nothing.
t.wait(0.3)
send(ipv4(FROM, OTHER, TCP, tcp(FROM, OTHER, 1000, 80, "A", payload=b"sound")))
send(ipv4(FROM, OTHER, TCP, tcp(FROM, OTHER, 1001, 80, "A", payload=b"wrong", wrong_by=1)))
for sequence in range(1, 10):
    send(echo(FROM, OTHER, sequence=sequence))
t.send("h2:vx0", arp_reply(THERE, OTHER, HERE, "10.1.0.1"))

# Nor does data with the reserved bit.
t.wait(0.3)
send(ipv4(FROM, ODD, TCP, tcp(FROM, ODD, 1000, 80, "A", payload=b"odd"), flags=0x8000))
send(echo(FROM, ODD))
t.send("h2:vx0", arp_reply(THERE, ODD, HERE, "10.1.0.1"))
t.write()
