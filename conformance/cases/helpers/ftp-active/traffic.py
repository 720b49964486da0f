from frames import *

R0, LEFT = "02:00:0a:01:00:01", "02:00:0a:01:00:02"
R1, RIGHT = "02:00:0a:02:00:01", "02:00:0a:02:00:02"
CLIENT, SERVER = "10.1.0.2", "10.2.0.2"
t = Traffic(__file__)


def left(own, peer, seq):
    return End(t, "left:eth0", R0, LEFT, own, peer, seq)


def right(own, peer, seq):
    return End(t, "right:eth0", R1, RIGHT, own, peer, seq)


client = left((CLIENT, 4000), (SERVER, 21), 1000)
server = right((SERVER, 21), (CLIENT, 4000), 5000)
shake_hands(client, server)
line(server, client, "220 here\r\n")
line(client, server, "PORT 10,1,0,2,80,1\r\n")  # the first line: where it begins is not known
right((SERVER, 20), (CLIENT, 80 * 256 + 1), 7000).say("S")
line(client, server, "PORT 10,1,0,2,80,2\r\n")
data = right((SERVER, 20), (CLIENT, 80 * 256 + 2), 8000)
there = left((CLIENT, 80 * 256 + 2), (SERVER, 20), 9000)
shake_hands(data, there)
right((SERVER, 21), (CLIENT, 80 * 256 + 2), 8500).say("S")  # it was expected once
line(data, there, b"data")
line(client, server, "eprt |1|10.1.0.2|20483|\r\n")
right((SERVER, 19), (CLIENT, 20483), 8600).say("S")
line(client, server, "EPRT x1x10.1.0.2x20484x\r\n")
line(client, server, "PORT 10,1,0,2,80,5\r\n")  # takes the place of the one before
right((SERVER, 20), (CLIENT, 20484), 8700).say("S")
right(("10.2.0.3", 20), (CLIENT, 20485), 8800).say("S")  # not the server
right((SERVER, 20), (CLIENT, 20485), 8900).say("S")
t.write()
