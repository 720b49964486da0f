from frames import *

ROUTER, LEFT = "02:00:0a:01:00:01", "02:00:0a:01:00:02"
A, B, ME, FAR = "10.1.0.2", "10.2.0.2", "10.1.0.1", "10.2.0.1"
t = Traffic(__file__)


def send(packet, destination=ROUTER):
    t.send("left:eth0", ethernet(destination, LEFT, IPV4, packet))


def stamps(kind, *slots, pointer=5, overflow=0):
    data = b"".join(slots)
    return bytes([68, 4 + len(data), pointer, overflow << 4 | kind]) + data


def address(text):
    return socket.inet_aton(text) + bytes(4)


for packet in (echo, datagram):
    for destination in (ME, B):
        send(packet(A, destination, options=stamps(0, bytes(12))))
        send(packet(A, destination, options=stamps(1, bytes(32))))
        send(packet(A, destination, options=stamps(3, address(ME), address(FAR), address(B))))
        send(packet(A, destination, options=stamps(3, address(B), address(ME))))
        send(packet(A, destination, options=stamps(0, bytes(4), pointer=9)))
        send(packet(A, destination, options=stamps(0, bytes(4), pointer=9, overflow=14)))
        send(packet(A, destination, options=stamps(2, bytes(8))))
for bad in (stamps(0, bytes(4), pointer=9, overflow=15), stamps(0, bytes(4), pointer=4), stamps(0, bytes(4), pointer=6), stamps(1, bytes(4)),
            stamps(3, bytes(4)), bytes([68, 3, 5]), stamps(0, bytes(4)) + stamps(0, bytes(4))):
    send(datagram(A, B, options=bad))
t.write()
