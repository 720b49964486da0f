from frames import *

HERE, THERE = "02:00:00:00:04:01", "02:00:00:00:04:02"
TO = "10.1.0.2"
t = Traffic(__file__)

# The first answer to each address waits, the second does not: of an echo, of a closed port of UDP and of TCP.
for i in (1, 2):
    t.send("h1:vx0", ethernet(THERE, HERE, IPV4, echo("10.1.0.1", TO, sequence=i)))
    t.wait(0.2)
    t.send("h1:vx0", ethernet(THERE, HERE, IPV4, datagram("10.1.0.11", TO)))
    t.wait(0.2)
    t.send("h1:vx0", ethernet(THERE, HERE, IPV4, ipv4("10.1.0.12", TO, TCP, tcp("10.1.0.12", TO, 1000, 80 + i, "S"))))
    t.wait(0.2)
t.write()
