from frames import *

OUT = "02:00:00:00:00:02"
t = Traffic(__file__)


def igmp(kind, code, group):
    message = struct.pack(">BBH", kind, code, 0) + socket.inet_aton(group)
    return message[:2] + struct.pack(">H", checksum(message)) + message[4:]


def send(destination, message, to):
    t.send("a:out", ethernet(to, OUT, IPV4, ipv4("10.0.0.2", destination, IGMP, message, ttl=1)))


t.send("a:out", padded(ethernet(BROADCAST, OUT, LOCAL)))
# Somebody else reports 239.1.2.8 last: nobody here says that it left.
t.wait(5.5)
send("239.1.2.8", igmp(0x16, 0, "239.1.2.8"), "01:00:5e:01:02:08")
t.wait(6)
t.send("a:out", padded(ethernet(BROADCAST, OUT, LOCAL)))
t.write()
