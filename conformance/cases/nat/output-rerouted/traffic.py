from sides import *

t = Sides(__file__)
def own(packet):
    t.send("router:@ip", packet)


own(datagram("10.1.0.1", L, 4000, 5000))
own(datagram("192.0.2.1", L, 4000, 5000))
own(echo("10.1.0.1", L, ident=3))
own(echo("10.2.0.1", L, ident=4))
own(datagram("10.1.0.1", L, 4000, 5001))
own(datagram("10.1.0.1", L, 4000, 5002))
own(datagram("10.1.0.1", "198.51.100.1", 4000, 5005))
own(datagram("10.1.0.1", L, 4000, 5003))
own(datagram("10.1.0.1", R, 4000, 5003))
own(datagram("10.1.0.1", L, 4000, 5004))
own(segment("10.1.0.1", L, 4000, 80, "S", 1000))
own(datagram("127.0.0.1", "127.0.0.1", 4000, 5000))
own(datagram("10.1.0.1", L, 4000, 5000))
t.write()
