from frames import *

R0, LEFT = "02:00:0a:01:00:01", "02:00:0a:01:00:02"
R1, RIGHT = "02:00:0a:02:00:01", "02:00:0a:02:00:02"
CLIENT, SERVER = "10.1.0.2", "10.2.0.2"
t = Traffic(__file__)


READ, WRITE, DATA = b"\0\1file\0octet\0", b"\0\2file\0octet\0", b"\0\3\0\1"


def asks(sport, server, payload, dport=69):
    t.send("left:eth0", ethernet(R0, LEFT, IPV4, datagram(CLIENT, server, sport, dport, payload)))


def answers(sport, client, dport, payload=DATA):
    t.send("right:eth0", ethernet(R1, RIGHT, IPV4, datagram(SERVER, client, sport, dport, payload)))


asks(5000, SERVER, READ)
answers(3000, "10.2.0.100", 6000)
asks(5000, SERVER, b"\0\4\0\1", 3000)
answers(3001, "10.2.0.100", 6000)
asks(5001, "10.1.0.100", WRITE)
answers(3002, CLIENT, 5001, b"\0\4\0\0")
asks(5001, "10.1.0.100", DATA, 3002)
asks(5002, SERVER, DATA)
answers(3003, CLIENT, 5002)
asks(5002, SERVER, b"\0")
asks(5002, SERVER, READ)
asks(5002, SERVER, READ)
asks(5002, SERVER, READ, 6969)
answers(3004, CLIENT, 5002)
answers(3005, CLIENT, 5002)
asks(5002, SERVER, READ, 6969)
answers(69, CLIENT, 5002, READ)
answers(3006, CLIENT, 5002)
t.write()
