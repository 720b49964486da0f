from frames import *

R0, LEFT = "02:00:0a:01:00:01", "02:00:0a:01:00:02"
R1, RIGHT = "02:00:0a:02:00:01", "02:00:0a:02:00:02"
CLIENT, SERVER = "10.1.0.2", "10.2.0.2"
t = Traffic(__file__)


def left(own, peer, seq):
    return End(t, "left:eth0", R0, LEFT, own, peer, seq)


def right(own, peer, seq):
    return End(t, "right:eth0", R1, RIGHT, own, peer, seq)


IN = "10.1.0.100"
client = left((CLIENT, 4000), (IN, 21), 1000)
server = right((SERVER, 21), (CLIENT, 4000), 2 ** 32 - 60)
shake_hands(client, server)
line(server, client, "220 here\r\n")
line(client, server, "PASV\r\n")
line(server, client, "227 Entering Passive Mode (10,2,0,2,80,2)\r\n", len("227 Entering Passive Mode (10,1,0,100,80,2)\r\n"))
data = left((CLIENT, 4001), (IN, 80 * 256 + 2), 8000)
there = right((SERVER, 80 * 256 + 2), (CLIENT, 4001), 9000)
shake_hands(data, there)
line(there, data, b"data")
left((CLIENT, 4002), (IN, 80 * 256 + 3), 8000).say("S")
line(client, server, "EPSV\r\n")
line(server, client, "229 Extended (|||20484|)\r\n")
shake_hands(left((CLIENT, 4003), (IN, 20484), 8000), right((SERVER, 20484), (CLIENT, 4003), 9000))
line(client, server, "PASV\r\n")
line(server, client, "227 =10,2,0,2,255,255 as you like\r\n", len("227 =10,1,0,100,255,255 as you like\r\n"))
shake_hands(left((CLIENT, 4004), (IN, 65535), 8000), right((SERVER, 65535), (CLIENT, 4004), 9000))
line(server, client, "226 done\r\n")
t.write()
