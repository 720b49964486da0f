from frames import *

t = Traffic(__file__)
for port in range(5000, 5006):
    t.send("sender:@ip", datagram("10.2.0.1", "10.2.0.2", dport=port, ident=port))
t.send("right:eth0", ethernet("02:00:0a:02:00:01", "02:00:0a:02:00:02", IPV4, datagram("10.2.0.2", "10.3.0.2", dport=5006)))
t.write()
