from frames import *

t = Traffic(__file__)
sent = 0


def send(times=1):
    """By the host's own stack."""
    global sent
    for _ in range(times):
        sent += 1
        t.send("h:@ip", datagram("10.0.0.9", "10.9.0.%d" % sent))


def at(seconds):
    t.wait(seconds - t.clock_us / 1e6)


send(3)            # nobody is known: 1; then 2, since 1 does not answer
at(1.5)
send(2)            # 2 became stale: 3 is not known yet
at(2.5)
send(2)            # all are stale but 1: the one that was taken last is left for another one
at(3.5)
send(2)            # only 2 is reachable
at(4.5)
send(2)            # 1 failed, 2 and 3 too: who was not tried since
at(5.5)
send(2)            # 1 is known again, but stale
at(6.5)
send(2)            # without the first route
for packet in echo, datagram:      # answers, and errors
    for _ in range(3):
        t.send("k:eth0", ethernet("02:00:00:00:00:09", "02:00:00:00:00:03", IPV4, packet("10.9.0.50", "10.0.0.9")))
syn = ipv4("10.9.0.50", "10.0.0.9", TCP, tcp("10.9.0.50", "10.0.0.9", 1000, 80, "S"))
t.send("k:eth0", ethernet("02:00:00:00:00:09", "02:00:00:00:00:03", IPV4, syn))
t.send("k:eth0", ethernet("02:00:00:00:00:09", "02:00:00:00:00:03", IPV4, syn))
t.send("k:eth0", ethernet("02:00:00:00:00:09", "02:00:00:00:00:03", IPV4, echo("10.9.0.50", "10.0.0.255")))
t.send("k:eth0", ethernet("02:00:00:00:00:09", "02:00:00:00:00:03", IPV4, echo("10.9.0.50", "10.0.0.9", options=b"\x07\x07\x04\0\0\0\0")))
t.send("k:eth0", ethernet("02:00:00:00:00:09", "02:00:00:00:00:03", IPV4, echo("10.9.0.50", "10.0.0.9")))
at(7.5)
send(2)            # for a type of service of their own
t.send("h:@ip", datagram("10.0.0.9", "10.9.0.99", tos=0x10))
t.send("h:@ip", datagram("10.0.0.9", "10.9.0.99", tos=0x10))
t.write()
