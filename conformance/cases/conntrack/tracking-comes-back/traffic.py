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



handshake(4000)
segment(there, "S", 100, port=4001)
segment(back, "SA", 500, 101, port=4001)
segment(there, "A", 900000, 501)  # far out of the window
t.wait(1)
segment(there, "PA", 101, 501, 1400)  # nobody looks
segment(back, "PA", 501, 1501, 1400)
t.wait(1)
segment(there, "A", 900000, 800000)
segment(back, "A", 800000, 900000)
segment(back, "A", 801000, 900000)
segment(there, "A", 900000, 800000, 1400)
segment(there, "A", 910000, 800000)
segment(there, "A", 900000, 800000, port=4001)
t.write()
