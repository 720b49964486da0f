from frames import *

ROUTER, LEFT = "02:00:0a:01:00:01", "02:00:0a:01:00:02"
A, B = "10.1.0.2", "10.1.0.1"
t = Traffic(__file__)


def request(ident, sizes, order, size=1000):
    pieces = fragments(A, B, ICMP, icmp(8, 0, ident, 1, bytes(range(250)) * (size // 250)), sizes, ident)
    for which in order:
        t.send("left:eth0", ethernet(ROUTER, LEFT, IPV4, pieces[which]))


request(1, [400, 400], [0, 1, 2])
request(2, [400, 400], [2, 1, 0])
request(3, [400, 400], [1, 1, 0, 2])     # one of them twice
request(4, [8, 8], [0, 2, 1])            # the smallest
request(5, [1480, 1480], [0, 1, 2], 4000)
t.write()
