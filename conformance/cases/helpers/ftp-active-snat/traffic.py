from frames import *

R0, LEFT = "02:00:0a:01:00:01", "02:00:0a:01:00:02"
R1, RIGHT = "02:00:0a:02:00:01", "02:00:0a:02:00:02"
CLIENT, SERVER = "10.1.0.2", "10.2.0.2"
t = Traffic(__file__)


def left(own, peer, seq):
    return End(t, "left:eth0", R0, LEFT, own, peer, seq)


def right(own, peer, seq):
    return End(t, "right:eth0", R1, RIGHT, own, peer, seq)


OUT = "10.2.0.100"


def sack(*edges):
    return b"\x01\x01\x05" + bytes([2 + 4 * len(edges)]) + struct.pack(">%dI" % len(edges), *(edge % 2 ** 32 for edge in edges))


client = left((CLIENT, 4000), (SERVER, 21), 2 ** 32 - 20)
server = right((SERVER, 21), (OUT, 4000), 5000)
shake_hands(client, server)
line(server, client, "220 here\r\n")
line(client, server, "USER x\r\n")
before = client.seq
line(client, server, "PORT 10,1,0,2,80,2\r\n", len("PORT 10,2,0,100,80,2\r\n"))
client.say("PA", b"PORT 10,1,0,2,80,2\r\n", seq=before)
data = right((SERVER, 20), (OUT, 80 * 256 + 2), 8000)
there = left((CLIENT, 80 * 256 + 2), (SERVER, 20), 9000)
shake_hands(data, there)
line(data, there, b"data")
line(server, client, "200 done\r\n")
line(client, server, "EPRT |1|10.1.0.2|3|\r\n", len("EPRT |1|10.2.0.100|3|\r\n"))
shake_hands(right((SERVER, 20), (OUT, 3), 8000), left((CLIENT, 3), (SERVER, 20), 9000))
client.say("PA", b"NOOP\r\n")
client.say("PA", b"NOOP\r\n")
server.say("A", options=sack(server.ack + 6, server.ack + 12))
server.heard(12)
server.say("A")
server.say("A", options=sack(server.ack - 30, server.ack - 20, server.ack - 12, server.ack - 6))
line(client, server, "PORT 10,1,0,2,0,9\r\n", len("PORT 10,2,0,100,0,9\r\n"))
line(server, client, "221 bye\r\n")
client.say("FA")
server.heard(1)
server.say("FA")
client.heard(1)
client.say("A")
t.write()
