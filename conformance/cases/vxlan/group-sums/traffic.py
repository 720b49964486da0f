from frames import *

UDP_LITE = 136
t = Traffic(__file__)


def send(device, source, to, protocol, bytes_, wrong_by, coverage=0):
    payload = bytes(range(bytes_))
    whole = 8 + bytes_
    head = struct.pack(">HHHH", 4000, 5000, whole if protocol == UDP else coverage, 0)
    pseudo = socket.inet_aton(source) + socket.inet_aton(to) + struct.pack(">BBH", 0, protocol, whole)
    covered = (head + payload)[: coverage or whole]
    value = (checksum(pseudo + covered) + wrong_by) & 0xFFFF
    segment = head[:6] + struct.pack(">H", value) + payload
    here = "02:00:00:00:04:01" if device == "summed" else "02:00:00:00:05:01"
    t.send("h1:" + device, ethernet(BROADCAST, here, IPV4, ipv4(source, to, protocol, segment)))


# To everybody; what is short is summed at once, what is long only where its sum is known already.
for device, source, to in (("summed", "10.1.0.1", "10.1.0.255"), ("plain", "10.2.0.1", "10.2.0.255")):
    for protocol in (UDP, UDP_LITE):
        for bytes_ in (60, 69, 100):
            for wrong_by in (0, 1):
                send(device, source, to, protocol, bytes_, wrong_by)
    send(device, source, to, UDP_LITE, 100, 1, coverage=50)
t.write()
