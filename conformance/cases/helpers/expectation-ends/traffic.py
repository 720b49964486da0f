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
# The first master is deleted, then the second one is cut off by a reset, which it outlives for a while.
t.wait(1)
opens(20480)
t.right(segment(R, L, 21, 4001, "R", server.seq))
opens(20481)
t.wait(1)
# All that is expected was forgotten; what has come stays, and the last master may announce again.
opens(20482)
t.right(segment(R, L, 20, 20481, "S", 7000))
line(client, server, "PORT 10,1,0,2,80,2\r\n")
opens(20482)
t.wait(1)
# Its data connection lives without its master.
t.left(segment(L, R, 20482, 20, "SA", 100, 7001))
opens(20480)
t.write()
