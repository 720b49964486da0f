from frames import *

A, B = "02:00:00:00:00:0a", "02:00:00:00:00:0b"
ANY, ME = "0.0.0.0", "10.0.0.1"
t = Traffic(__file__)
for source in ME, ANY:
    t.send("a:@ip", echo(source, ANY))
    t.send("a:@ip", ipv4(source, ANY, ICMP, icmp(13, 0, 1, 1, bytes(12))))
    t.send("a:@ip", datagram(source, ANY))
    t.send("a:@ip", ipv4(source, ANY, TCP, tcp(source, ANY, 1000, 80, "S")))
    t.send("a:@ip", ipv4(source, ANY, 253, b"hello"))
    t.send("a:@ip", ipv4(source, ANY, ICMP, icmp(17, 0, 1, 1, bytes(4))))
t.send("a:@ip", echo(ANY, "127.0.0.1"))
t.send("a:@ip", echo(ANY, ME))
t.send("b:eth0", ethernet(A, B, IPV4, echo("10.0.0.2", ANY)))
t.send("b:eth0", ethernet(A, B, IPV4, echo(ANY, ANY)))
t.write()
