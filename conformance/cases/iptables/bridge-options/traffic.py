from frames import *

MACS = {"a": "02:00:00:00:00:0a", "d": "02:00:00:00:00:0d"}
TO = {"a": "02:00:00:00:00:0b", "d": "02:00:00:00:00:0e"}
BR0 = "02:00:00:00:0b:00"
t = Traffic(__file__)


def round(seconds):
    """All of it, so that the next one is that much later."""
    began = t.clock_us
    for who in ("a", "d"):
        for port in (5000, 666):
            t.send(who + ":eth0", ethernet(TO[who], MACS[who], IPV4, datagram("10.0.0.1", "10.0.0.2", dport=port)))
            tagged = vlan(5, IPV4, datagram("10.0.0.1", "10.0.0.2", dport=port))
            t.send(who + ":eth0", ethernet(TO[who], MACS[who], VLAN, tagged))
    t.send("a:eth0", ethernet(BR0, MACS["a"], IPV4, echo("10.0.0.1", "10.0.0.254", sequence=seconds)))
    t.wait(1 - (t.clock_us - began) / 1e6)


for seconds in range(4):
    round(seconds)
t.write()
