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
line(client, server, "USER x\r\n")


def cut(end, text):
    """Not taken for sent: it may not arrive."""
    end.say("PA", text, seq=end.seq)


def tried(port, how=right, host=CLIENT, sport=20):
    how((SERVER if how is right else CLIENT, sport), (host, port), 100 * port).say("S")


for text in (b"P", b"PO", b"PORT", b"E", b"PORT 10,1,0,2,80\r\n", b"PORT 10,1,0,2,80,9", b"PORT  10,1,0,2,80,9\r\n", b"PORT 10.1.0.2.80.9\r\n",
             b"PORT\t10,1,0,2,80,9\r\n", b"EPRT |2|::1|20489|\r\n", b"EPRT |1|10.1.0.2|0|\r\n", b"EPRT |1|10.1.0.2|20489\r\n",
             b"EPRT 1\r\n", b"EPRT .1.10.1.0.2.20489.\r\n"):
    cut(client, text)
for text in (b"PORT 10,1,0,2,256,1\r\n", b"PORT 10,1,0,2,80,257\r\n", b"EPRT |1|10.1.0.258|20489|\r\n", b"EPRT |1|10.1.0.2|86025|\r\n"):
    cut(client, text)
tried(20489)
tried(20737)
line(client, server, "PORT 10,1,0,3,80,1\r\n")
tried(20481)
line(client, server, "NOOP\r\nPORT 10,1,0,2,80,2\r\n")
tried(20482)
line(client, server, "PORT 10,1,0,2,80,3\r\nNOOP\r\n")
tried(20483)
client.say("PA", b"NOO")
client.say("PA", b"PORT 10,1,0,2,80,4\r\n")
tried(20484)
client.say("PA", b"port 10,1,0,2,080,05\r\nrest")
tried(20485)
client.say("PA", b"PORT 10,1,0,2,80,6\r\n")
tried(20486)
client.say("PA", b"PORT ,,,,,\r\n")
client.say("PA", b"PORT 10,1,0,2,80,7\r\n")
tried(20487)
for text in (b"2", b"22", b"227 ", b"227 none\r\n", b"227 1,2,3\r\n", b"227 10,2,0,2,80,8", b"229 none\r\n", b"229 (|||0|)\r\n", b"229 (||20488|)\r\n",
             b"229 (1111)\r\n"):
    cut(server, text)
server.say("PA", b"227 Ok10,2,0,2,80,8x\r\n")
tried(20488, left, SERVER, 4001)
server.say("PA", b"227 (10,2,0,3,80,9)\r\n")
server.say("PA", b"229 so(be(!!!20489!\r\n")
tried(20489, left, SERVER, 4002)
server.say("PA", b"229-(|||20490|)\r\n")
tried(20490, left, SERVER, 4003)
server.say("PA", b"2290 (|||20491|)\r\n")
tried(20491, left, SERVER, 4004)
t.write()
