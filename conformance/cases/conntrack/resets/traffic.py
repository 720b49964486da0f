from frames import *

ROUTER, LEFT = "02:00:0a:01:00:01", "02:00:0a:01:00:02"
FAR, RIGHT = "02:00:0a:02:00:01", "02:00:0a:02:00:02"
A, B = "10.1.0.2", "10.2.0.2"
t = Traffic(__file__)


def there(packet):
    t.send("left:eth0", ethernet(ROUTER, LEFT, IPV4, packet))


def back(packet):
    t.send("right:eth0", ethernet(FAR, RIGHT, IPV4, packet))


def segment(send, flags, seq, ack=0, size=0, port=4000, window=1000, options=b""):
    source, destination, ports = (A, B, (port, 80)) if send is there else (B, A, (80, port))
    head = bytearray(tcp(source, destination, *ports, flags, seq & 0xFFFFFFFF, ack & 0xFFFFFFFF, bytes(size), options=options))
    head[14:18] = struct.pack(">HH", window, 0)
    value = checksum(socket.inet_aton(source) + socket.inet_aton(destination) + struct.pack(">HH", 6, len(head)) + head)
    send(ipv4(source, destination, TCP, bytes(head[:16]) + struct.pack(">H", value) + bytes(head[18:])))


def handshake(port, c=100, s=500, window=1000, options=b""):
    segment(there, "S", c, port=port, window=window, options=options)
    segment(back, "SA", s, c + 1, port=port, window=window, options=options)
    segment(there, "A", c + 1, s + 1, port=port, window=window)



for port in range(4000, 4007):
    handshake(port)
segment(back, "R", 501, port=4000)
segment(back, "R", 500, port=4001)  # before
segment(back, "R", 700, port=4002)  # ahead, in the window
segment(back, "R", 9000, port=4002)  # out of it
segment(back, "PA", 501, 101, 50, port=4003)
segment(back, "R", 551, 0, port=4003)  # right behind its data
segment(there, "FA", 101, 501, port=4004)
segment(back, "R", 90000, port=4004)
segment(there, "S", 90000, port=4005)  # stray
segment(there, "RA", 101, 90001, port=4005)  # the same side acknowledges its own SYN
segment(back, "RA", 501, 90001, port=4005)
segment(there, "S", 90000, port=4006)
segment(back, "RA", 77, 90001, port=4006)  # the other side answers
segment(there, "S", 95000, port=4006)  # begins anew
t.write()
