from frames import *

R0, LEFT = "02:00:0a:01:00:01", "02:00:0a:01:00:02"
R1, RIGHT = "02:00:0a:02:00:01", "02:00:0a:02:00:02"
CLIENT, SERVER = "10.1.0.2", "10.2.0.2"
t = Traffic(__file__)


def left(own, peer, seq):
    return End(t, "left:eth0", R0, LEFT, own, peer, seq)


def right(own, peer, seq):
    return End(t, "right:eth0", R1, RIGHT, own, peer, seq)


OUT, OTHER = "10.2.0.100", "10.1.0.3"
client, other = left((CLIENT, 4000), (SERVER, 21), 1000), left((OTHER, 4001), (SERVER, 21), 2000)
server, second = right((SERVER, 21), (OUT, 4000), 5000), right((SERVER, 21), (OUT, 4001), 6000)
for one, another in ((client, server), (other, second)):
    shake_hands(one, another)
    line(one, another, "USER x\r\n")
line(client, server, "PORT 10,1,0,2,255,255\r\n", len("PORT 10,2,0,100,255,255\r\n"))
other.say("PA", b"PORT 10,1,0,3,255,255\r\n", seq=other.seq)
right((SERVER, 20), (OUT, 65535), 8000).say("S")
line(other, second, "PORT 10,1,0,3,255,255\r\n", len("PORT 10,2,0,100,255,255\r\n"))
right((SERVER, 20), (OUT, 65535), 9000).say("S")
right((SERVER, 19), (OUT, 65535), 9000).say("S")
server.say("PA", b"200 done\r\n")
quoted = ipv4(SERVER, CLIENT, TCP, tcp(SERVER, CLIENT, 21, 4000, "PA", 5001, 1030, b"200 done\r\n"), ttl=63)
t.send("left:eth0", ethernet(R0, LEFT, IPV4, ipv4(CLIENT, SERVER, ICMP, icmp(3, 3, 0, 0, quoted))))
t.send("left:eth0", ethernet(R0, LEFT, IPV4, ipv4(CLIENT, SERVER, ICMP, icmp(3, 3, 0, 0, quoted[:28]))))
quoted = ipv4(OUT, SERVER, TCP, tcp(OUT, SERVER, 4000, 21, "PA", 1032, 5001, b"NOOP\r\n"), ttl=62)
t.send("right:eth0", ethernet(R1, RIGHT, IPV4, ipv4(SERVER, OUT, ICMP, icmp(3, 3, 0, 0, quoted))))
client.say("PA", b"NOOP\r\n", wrong_by=5)
client.say("PA", b"NOOP\r\n")
t.write()
