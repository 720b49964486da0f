from frames import *

OUT = "02:00:00:00:00:02"
ALL_HOSTS = "224.0.0.1"
t = Traffic(__file__)
t.send("a:out", padded(ethernet(BROADCAST, OUT, LOCAL)))
t.wait(2)


def query(group="0.0.0.0", code=0, robustness=2, sources=(), count=None, wrong_by=0):
    number = len(sources) if count is None else count
    message = struct.pack(">BBH", 0x11, code, 0) + socket.inet_aton(group) + struct.pack(">BBH", robustness, 125, number)
    message += b"".join(socket.inet_aton(source) for source in sources)
    value = (checksum(message) + wrong_by) & 0xFFFF
    return message[:2] + struct.pack(">H", value) + message[4:]


def send(message, destination=ALL_HOSTS, source="10.0.0.2"):
    octets = [int(octet) for octet in destination.split(".")]
    to = "01:00:5e:%02x:%02x:%02x" % (octets[1] & 0x7F, octets[2], octets[3])
    t.send("a:out", ethernet(to, OUT, IPV4, ipv4(source, destination, IGMP, message, ttl=1)))
    t.wait(1)


send(query())
send(query(group="239.1.2.3"), "239.1.2.3")
send(query(group="239.1.2.9"))
send(query(robustness=3), source="0.0.0.0")
send(query(group="239.1.2.4", sources=("10.9.9.9",)), "239.1.2.4")
send(query(sources=("10.9.9.9",)))
send(query(group="239.1.2.4", count=5), "239.1.2.4")
send(query(wrong_by=1))
send(query()[:10])
send(query()[:6])
send(struct.pack(">BBH4x", 0x22, 0, 0xDDFF))
send(struct.pack(">BBH4x", 0x99, 0, 0x66FF))
t.write()
