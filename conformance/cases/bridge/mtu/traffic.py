from frames import *

A, B, C, D, NOBODY = ("02:00:00:00:00:%02x" % n for n in (0x0A, 0x0B, 0x0C, 0x0D, 0x99))
GROUP = "01:00:5e:01:02:03"
t = Traffic(__file__)


def send(end, destination, source):
    t.send(end + ":eth0", padded(ethernet(destination, source, LOCAL)))


def sized(end, destination, source, bytes_):
    t.send(end + ":eth0", ethernet(destination, source, LOCAL, bytes(bytes_)))


send("c", NOBODY, C)
for size in 1300, 1301, 1304, 1305:
    sized("a", C, A, size)
    sized("a", BROADCAST, A, size)
sized("a", B, A, 1500)
sized("b", A, B, 1500)
for size in 1300, 1304:
    t.send("a:eth0", ethernet(C, A, VLAN, vlan(5, LOCAL, bytes(size))))
t.send("a:eth0", ethernet("02:00:00:00:00:01", A, IPV4, echo("10.9.0.10", "10.9.0.1", payload=bytes(1272))))
t.send("a:eth0", ethernet("02:00:00:00:00:01", A, IPV4, echo("10.9.0.10", "10.9.0.1", payload=bytes(1273))))
t.wait(1)
sized("a", C, A, 1400)
t.write()
