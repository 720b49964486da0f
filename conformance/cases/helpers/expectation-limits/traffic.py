from sides import *

t = Sides(__file__)


def controls(port):
    client = End(t, "left:eth0", R0, LEFT, (L, port), (R, 21), 1000)
    server = End(t, "right:eth0", R1, RIGHT, (R, 21), (L, port), 5000)
    shake_hands(client, server)
    line(server, client, "220 here\r\n")
    return client, server


def opens(port):
    t.right(segment(R, L, 20, port, "S", 7000))


for port in (4000, 4001, 4002):
    client, server = controls(port)
    line(client, server, "NOOP\r\n")
    # Nobody has room for what the third one announces: its line is dropped.
    client.say("PA", f"PORT 10,1,0,2,80,{port - 4000}\r\n".encode())
opens(20482)
opens(20480)
# One is expected less: now the line passes, when it is sent again.
client.say("PA", b"PORT 10,1,0,2,80,2\r\n", seq=client.seq - 20)
for port in (6001, 6002, 6003):
    t.left(datagram(L, R, port, 5000))
# The table of connections is full. What is expected finds no place, and is expected still.
opens(20481)
opens(20482)
t.wait(1)
opens(20481)
opens(20482)
t.write()
