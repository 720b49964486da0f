from sides import *

A, B, C, BR = "02:00:00:00:00:0a", "02:00:00:00:00:0b", "02:00:00:00:00:0c", "02:00:00:00:0b:00"
t = Traffic(__file__)


def send(source, to, packet):
    t.send({A: "a:eth0", B: "b:eth0", C: "c:eth0"}[source], ethernet(to, source, IPV4, packet))


# Bridged, with another source; every host answers with an error or a reply of its own.
for dport in 5000, 5001, 5002:
    send(A, B, datagram("10.0.0.1", "10.0.0.2", 4000, dport))
send(A, B, echo("10.0.0.1", "10.0.0.2", ident=3))
send(A, B, echo("10.0.0.1", "10.0.0.2", ident=3, sequence=2))
send(B, A, echo("10.0.0.2", "10.0.0.1", ident=4))
# Published by the bridge's address: to another host, to the sender itself.
send(A, BR, datagram("10.0.0.1", "10.0.0.254", 6000, 80))
send(A, BR, datagram("10.0.0.1", "10.0.0.254", 6002, 81))
send(B, BR, datagram("10.0.0.2", "10.0.0.254", 6000, 80))
send(C, BR, datagram("10.0.0.3", "10.0.0.254", 6000, 81))
# Bridged, with another destination.
send(A, B, datagram("10.0.0.1", "10.9.0.2", 4000, 5000))
send(A, B, datagram("10.0.0.1", "10.9.0.3", 4000, 5000))
send(A, B, echo("10.0.0.1", "10.9.0.3", ident=5))
send(A, B, datagram("10.0.0.1", "10.0.0.2", 4000, 53))
send(A, B, segment("10.0.0.1", "10.0.0.2", 4000, 80, "S", 1000))
send(A, B, datagram("10.0.0.1", "10.0.0.2", 4000, 54))
send(B, C, datagram("10.0.0.2", "10.9.0.2", 4000, 5000))
for packet in fragments("10.0.0.1", "10.0.0.2", UDP, udp("10.0.0.1", "10.0.0.2", 4001, 5002, bytes(100)), [48], 7):
    send(A, B, packet)
t.write()
