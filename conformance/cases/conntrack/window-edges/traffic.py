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



for port, c, s in ((4000, 100, 500), (4001, 0xFFFFFF00, 0x7FFFFF00)):
    handshake(port, c, s)
    c, s = c + 1, s + 1
    segment(there, "A", c + 1000, s, port=port)  # the last number that the window allows
    segment(there, "A", c + 1001, s, port=port)  # one too far
    segment(there, "PA", c, s, 700, port=port)
    segment(back, "A", s, c + 701, port=port)  # acknowledges what was never sent
    segment(back, "A", s, c + 700, port=port)
    segment(there, "PA", c, s, 700, port=port)  # again
    segment(there, "A", c - 300, s, port=port)  # a window before the end: still in
    segment(there, "A", c - 301, s, port=port)  # out
    segment(back, "A", s, c + 700 - 66000, port=port)  # the oldest acknowledgement
    segment(back, "A", s, c + 700 - 66001, port=port)
t.write()
