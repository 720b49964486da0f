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
    line(client, server, f"PORT 10,1,0,2,80,{port - 4000}\r\n")
for port in (5000, 5001):
    t.left(datagram(L, R, port, 69, b"\0\1file\0octet\0"))
t.wait(40)
# The last of the masters says it again, and has as long again.
line(client, server, "PORT 10,1,0,2,80,2\r\n")
t.wait(250)
opens(20480)
t.right(datagram(R, L, 3000, 5000, b"\0\3\0\1"))
t.wait(30)
opens(20481)
t.right(datagram(R, L, 3001, 5001, b"\0\3\0\1"))
opens(20482)
t.wait(30)
opens(20482)
t.write()
