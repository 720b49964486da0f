from frames import *

BR, A, B, C = "02:00:00:00:0b:00", "02:00:00:00:00:0a", "02:00:00:00:00:0b", "02:00:00:00:00:0c"
MACS = {"a": A, "b": B, "c": C}
t = Traffic(__file__)


def send(who, to, packet):
    t.send(who + ":eth0", ethernet(to, MACS[who], IPV4, packet))


for who, ip in (("a", 1), ("b", 2), ("c", 3)):
    t.send(who + ":eth0", arp_request(MACS[who], "10.0.0.%d" % ip, "10.0.0.200"))
send("a", B, datagram("10.0.0.1", "10.0.0.2", dport=1001))            # the neighbour has to be asked for
send("c", A, datagram("10.0.0.3", "10.0.0.1", sport=1001, dport=4000))  # and back
send("a", B, datagram("10.0.0.1", "10.0.0.2", dport=1001))            # is known by now
send("a", B, datagram("10.0.0.1", "10.0.0.2", dport=1002))
send("c", A, datagram("10.0.0.3", "10.0.0.1", sport=2002, dport=4000))
send("a", B, datagram("10.0.0.1", "10.0.0.2", dport=1003))
t.send("out:eth0", ethernet("02:00:00:00:0b:09", "02:00:00:00:00:09", IPV4, datagram("192.0.2.9", "10.0.0.1", sport=1003, dport=4000)))
send("a", B, datagram("10.0.0.1", "10.0.0.2", dport=1004))
for port in (1006, 1007, 1008, 1009):
    send("a", B, datagram("10.0.0.1", "10.0.0.2", dport=port))
send("c", B, datagram("10.0.0.3", "10.0.0.2", dport=1009))
send("a", B, datagram("10.0.0.1", "10.0.0.2", dport=1010))
send("a", C, datagram("10.0.0.1", "10.0.0.3", dport=1010))
send("c", BR, datagram("10.0.0.3", "10.0.0.254", sport=1010, dport=4000))
send("a", B, datagram("10.0.0.1", "10.0.0.2", dport=1011, sport=4011))
send("b", BR, datagram("10.0.0.2", "10.0.0.254", sport=1011, dport=4011))
send("a", BROADCAST, datagram("10.0.0.1", "10.0.0.255", dport=1001, sport=4010))
send("a", BROADCAST, datagram("10.0.0.1", "10.0.0.255", dport=1011, sport=4012))
t.write()
