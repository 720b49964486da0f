from sides import *

t = Sides(__file__)
def pieces(send, source, to, payload, sizes, ident, protocol=UDP, order=(0, 1, 2), **fields):
    packets = fragments(source, to, protocol, payload, sizes, ident, **fields)
    for i in order:
        if i < len(packets):
            send(packets[i])


big = bytes(range(200)) * 5
pieces(t.left, L, R, udp(L, R, 4000, 5000, big), [400, 400], 1)
pieces(t.left, L, R, udp(L, R, 4000, 5000, big), [400, 400], 2, order=(2, 1, 0))
pieces(t.left, L, R, udp(L, R, 4000, 5000, big), [400, 400], 3, order=(0, 2))
pieces(t.left, L, R, udp(L, R, 4000, 5001, big, wrong_by=1), [400, 400], 4)
pieces(t.left, L, R, icmp(8, 0, 7, 1, big), [400, 400], 5, protocol=ICMP)
pieces(t.right, R, "10.2.0.50", udp(R, "10.2.0.50", 5000, 7000, big), [480, 480], 6)
pieces(t.right, R, "10.2.0.50", udp(R, "10.2.0.50", 5000, 80, big), [480, 480], 7)
pieces(t.right, R, "10.2.0.1", icmp(0, 0, 7, 1, big), [480, 480], 8, protocol=ICMP)
t.left(datagram(L, R, 4000, 5000, big, flags=0))
t.left(datagram(L, R, 4000, 5000, big))
t.left(datagram("10.1.0.3", R, 4000, 5000, big))
whole = datagram("10.2.0.50", R, 7000, 5000, big, ttl=63)
t.right(error(R, "10.2.0.50", whole, kind=11, code=1, quoted=548))
t.write()
