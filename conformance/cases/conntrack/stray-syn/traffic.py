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



for port in (4000, 4001, 4002):
    handshake(port)
SCALED = bytes.fromhex("0303070104020101")
segment(there, "S", 90000, port=4000, window=0, options=SCALED)
segment(back, "SA", 70000, 90001, port=4000, window=100, options=SCALED)
segment(there, "A", 90001, 70001, port=4000, window=10)
segment(back, "A", 70001 + 1280, 90001, port=4000, window=100)  # 10 << 7
segment(back, "A", 70001 + 1281, 90001, port=4000, window=100)
segment(there, "S", 90000, port=4001)
segment(back, "A", 501, 101, port=4001)
segment(there, "R", 101, port=4001)
segment(there, "FA", 101, 501, port=4002)
segment(back, "FA", 501, 102, port=4002)
segment(there, "S", 90000, port=4002)
segment(back, "A", 502, 102, port=4002)  # LAST_ACK it is, still
segment(there, "A", 102, 502, port=4002)
t.write()
