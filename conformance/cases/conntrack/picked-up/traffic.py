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



segment(there, "A", 1000, 5000, window=10)
segment(there, "A", 900000, 5000, window=10)
segment(there, "PA", 1000, 5000, 20, port=4001)
segment(back, "A", 5000, 1020, port=4001)
segment(there, "A", 900000, 700000, port=4001)
segment(there, "FA", 1000, 5000, port=4002)
segment(there, "SA", 1000, 5000, port=4003)  # no connection begins so
segment(there, "R", 1000, port=4004)
t.wait(1)
segment(there, "A", 1000, 5000, port=4005)
segment(there, "S", 1000, port=4005)
segment(there, "A", 901000, 5000, port=4001)
t.write()
