"""Headers by hand, for frames that no program sends by itself. Checksums and lengths are right unless an argument says otherwise;
whatever else must be wrong is made wrong by slicing the bytes. A case's traffic.py ends like this:

    t = Traffic(__file__)
    t.send("a:eth0", ethernet(B, A, IPV4, ipv4("10.0.0.1", "10.0.0.2", UDP, udp(...))))
    t.wait(1.5)
    t.send("sw:p1,in", arp_request(...))
    t.write()
"""
import os
import socket
import struct

IPV4, ARP, VLAN, QINQ, IPV6, LOCAL = 0x0800, 0x0806, 0x8100, 0x88A8, 0x86DD, 0x88B5  # LOCAL: for experiments (IEEE 802)
ICMP, IGMP, TCP, UDP, GRE, SCTP = 1, 2, 6, 17, 47, 132
BROADCAST, ZERO = "ff:ff:ff:ff:ff:ff", "00:00:00:00:00:00"
DF, MF = 0x4000, 0x2000
EPOCH_S = 1_700_000_000


def mac(text):
    return bytes.fromhex(text.replace(":", ""))


def ethernet(destination, source, kind, payload=b""):
    return mac(destination) + mac(source) + struct.pack(">H", kind) + payload


def vlan(number, kind, payload=b"", priority=0):
    """What follows ethernet(..., VLAN, ...)."""
    return struct.pack(">HH", priority << 13 | number, kind) + payload


def padded(frame, length=60):
    return frame + bytes(max(0, length - len(frame)))


def arp(operation, sender_mac, sender_ip, target_mac, target_ip):
    return (bytes.fromhex("000108000604") + struct.pack(">H", operation) + mac(sender_mac) + socket.inet_aton(sender_ip)
            + mac(target_mac) + socket.inet_aton(target_ip))


def arp_request(sender_mac, sender_ip, target_ip, to=BROADCAST):
    """A whole frame."""
    return ethernet(to, sender_mac, ARP, arp(1, sender_mac, sender_ip, ZERO, target_ip))


def arp_reply(sender_mac, sender_ip, target_mac, target_ip):
    """A whole frame."""
    return ethernet(target_mac, sender_mac, ARP, arp(2, sender_mac, sender_ip, target_mac, target_ip))


def checksum(data):
    if len(data) % 2:
        data += b"\0"
    total = sum(struct.unpack(">%dH" % (len(data) // 2), data))
    while total >> 16:
        total = (total & 0xFFFF) + (total >> 16)
    return ~total & 0xFFFF


def ipv4(source, destination, protocol, payload, ttl=64, ident=0, flags=DF, offset=0, options=b"", tos=0, length=None,
         version=4, header_words=None, wrong_by=0):
    """offset counts bytes; length, version and header_words are for headers that lie."""
    options += bytes(-len(options) % 4)
    words = 5 + len(options) // 4 if header_words is None else header_words
    whole = 20 + len(options) + len(payload) if length is None else length
    head = struct.pack(">BBHHHBBH4s4s", version << 4 | words, tos, whole, ident, flags | offset // 8, ttl, protocol, 0,
                       socket.inet_aton(source), socket.inet_aton(destination)) + options
    value = (checksum(head) + wrong_by) & 0xFFFF
    return head[:10] + struct.pack(">H", value) + head[12:] + payload


def fragments(source, destination, protocol, payload, sizes, ident, **fields):
    """The packet cut into pieces of these payload sizes (multiples of 8), the rest last."""
    packets, offset = [], 0
    for size in list(sizes) + [len(payload) - sum(sizes)]:
        last = offset + size == len(payload)
        packets.append(ipv4(source, destination, protocol, payload[offset:offset + size], ident=ident,
                            flags=0 if last else MF, offset=offset, **fields))
        offset += size
    return packets


def _pseudo(source, destination, protocol, length):
    return socket.inet_aton(source) + socket.inet_aton(destination) + struct.pack(">BBH", 0, protocol, length)


def udp(source, destination, sport, dport, payload=b"", wrong_by=0):
    segment = struct.pack(">HHHH", sport, dport, 8 + len(payload), 0) + payload
    value = checksum(_pseudo(source, destination, 17, len(segment)) + segment) or 0xFFFF
    return segment[:6] + struct.pack(">H", (value + wrong_by) & 0xFFFF) + payload


def tcp(source, destination, sport, dport, flags, seq=0, ack=0, payload=b"", wrong_by=0, options=b""):
    bits = sum(1 << "FSRPAUEC".index(flag) for flag in flags)
    options += bytes(-len(options) % 4)
    segment = struct.pack(">HHIIBBHHH", sport, dport, seq, ack, 5 + len(options) // 4 << 4, bits, 64240, 0, 0)
    segment += options + payload
    value = checksum(_pseudo(source, destination, 6, len(segment)) + segment)
    return segment[:16] + struct.pack(">H", (value + wrong_by) & 0xFFFF) + segment[18:]


def crc32c(data):
    crc = 0xFFFFFFFF
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = crc >> 1 ^ (0x82F63B78 if crc & 1 else 0)
    return crc ^ 0xFFFFFFFF


def chunk(kind, body=b"", flags=0, length=None):
    """A chunk of an SCTP packet; length is for one that lies."""
    return struct.pack(">BBH", kind, flags, 4 + len(body) if length is None else length) + body + bytes(-len(body) % 4)


def sctp(sport, dport, tag, *chunks, wrong_by=0):
    packet = struct.pack(">HHII", sport, dport, tag, 0) + b"".join(chunks)
    return packet[:8] + struct.pack("<I", crc32c(packet) ^ wrong_by) + packet[12:]


def icmp(kind, code, first, second, payload=b"", wrong_by=0):
    message = struct.pack(">BBHHH", kind, code, 0, first, second) + payload
    return message[:2] + struct.pack(">H", (checksum(message) + wrong_by) & 0xFFFF) + message[4:]


def echo(source, destination, ident=1, sequence=1, payload=b"", **fields):
    """An echo request as an IPv4 packet."""
    return ipv4(source, destination, ICMP, icmp(8, 0, ident, sequence, payload), **fields)


def datagram(source, destination, sport=4000, dport=5000, payload=b"hello", **fields):
    """A UDP packet as an IPv4 packet."""
    return ipv4(source, destination, UDP, udp(source, destination, sport, dport, payload), **fields)


def vxlan(vni, frame, flags=0x08):
    """A UDP payload (port 4789) around a whole frame."""
    return struct.pack(">B3xI", flags, vni << 8) + frame


def raw_socket(device):
    out = socket.socket(socket.AF_PACKET, socket.SOCK_RAW)
    out.bind((device, 0))
    return out


def write_pcap(path, frames):
    """frames: (microseconds since a fixed moment, bytes)"""
    with open(path, "wb") as file:
        file.write(struct.pack("<IHHiIII", 0xA1B2C3D4, 2, 4, 0, 0, 65535, 1))
        for at, frame in frames:
            file.write(struct.pack("<IIII", EPOCH_S + at // 1_000_000, at % 1_000_000, len(frame), len(frame)))
            file.write(frame)


class End:
    """One end of a TCP connection, which counts as its own stack would: what it sent by itself, what it was sent by heard()."""

    def __init__(self, traffic, where, there, here, own, peer, seq):
        """there and here: MAC addresses; own and peer: (address, port)."""
        self.traffic, self.where, self.macs, self.own, self.peer, self.seq, self.ack = traffic, where, (there, here), own, peer, seq, 0

    def segment(self, flags, payload=b"", options=b"", seq=None, wrong_by=0):
        (source, sport), (destination, dport) = self.own, self.peer
        at = self.seq if seq is None else seq
        ack = self.ack if "A" in flags else 0
        return ipv4(source, destination, TCP, tcp(source, destination, sport, dport, flags, at % 2 ** 32, ack % 2 ** 32,
                                                  payload, options=options, wrong_by=wrong_by))

    def say(self, flags, payload=b"", options=b"", seq=None, wrong_by=0):
        """Sends a segment; one with a seq of its own is an old one and counts no more."""
        self.traffic.send(self.where, ethernet(*self.macs, IPV4, self.segment(flags, payload, options, seq, wrong_by)))
        if seq is None:
            self.seq += len(payload) + ("S" in flags) + ("F" in flags)

    def heard(self, count):
        self.ack += count


def shake_hands(client, server):
    client.say("S", options=b"\x02\x04\x05\xb4\x04\x02\x01\x01")
    server.ack = client.seq
    server.say("SA", options=b"\x02\x04\x05\xb4\x04\x02\x01\x01")
    client.ack = server.seq
    client.say("A")


def line(speaker, listener, text, arrives=None):
    """One end says a line, of which as many bytes arrive as NAT makes of it, and the other acknowledges."""
    data = text.encode() if isinstance(text, str) else text
    speaker.say("PA", data)
    listener.heard(len(data) if arrives is None else arrives)
    listener.say("A")


class Traffic:
    """The captures of one case, each frame 10 ms after the one before, whichever interface it leaves by."""

    GAP_US = 10_000

    def __init__(self, script):
        self.folder = os.path.join(os.path.dirname(os.path.abspath(script)), "injected")
        self.clock_us = 0
        self.captures = {}

    def send(self, where, frame):
        """where: NS:IF, NS:IF,in (arrives at it), or NS:@ip (frame is an IPv4 packet of that namespace's raw socket)."""
        if where.endswith(":@ip"):
            frame = ethernet(ZERO, ZERO, IPV4, frame)
        self.captures.setdefault(where, []).append((self.clock_us, frame))
        self.clock_us += self.GAP_US

    def wait(self, seconds):
        """Before the next frame, on top of the usual gap."""
        self.clock_us += round(seconds * 1_000_000)

    def write(self):
        os.makedirs(self.folder, exist_ok=True)
        for old in os.listdir(self.folder):
            os.remove(os.path.join(self.folder, old))
        for where, frames in self.captures.items():
            name = where.replace(":", ".", 1).replace(",in", ".in")
            write_pcap(os.path.join(self.folder, name + ".pcap"), frames)
