"""Headers by hand, for the frames that no program sends by itself. Checksums are right unless `wrong_by` says otherwise."""
import socket
import struct


def mac(text):
    return bytes.fromhex(text.replace(":", ""))


def ethernet(destination, source, kind, payload=b""):
    return mac(destination) + mac(source) + struct.pack(">H", kind) + payload


def checksum(data):
    if len(data) % 2:
        data += b"\0"
    total = sum(struct.unpack(">%dH" % (len(data) // 2), data))
    while total >> 16:
        total = (total & 0xFFFF) + (total >> 16)
    return ~total & 0xFFFF


def ipv4(source, destination, protocol, payload, ttl=64, ident=0):
    head = struct.pack(">BBHHHBBH4s4s", 0x45, 0, 20 + len(payload), ident, 0x4000, ttl, protocol, 0,
                       socket.inet_aton(source), socket.inet_aton(destination))
    return head[:10] + struct.pack(">H", checksum(head)) + head[12:] + payload


def _pseudo(source, destination, protocol, length):
    return socket.inet_aton(source) + socket.inet_aton(destination) + struct.pack(">BBH", 0, protocol, length)


def udp(source, destination, sport, dport, payload=b"", wrong_by=0):
    segment = struct.pack(">HHHH", sport, dport, 8 + len(payload), 0) + payload
    value = checksum(_pseudo(source, destination, 17, len(segment)) + segment) or 0xFFFF
    return segment[:6] + struct.pack(">H", (value + wrong_by) & 0xFFFF) + payload


def tcp(source, destination, sport, dport, flags, seq=0, ack=0, payload=b"", wrong_by=0):
    bits = sum(1 << "FSRPAU".index(flag) for flag in flags)
    segment = struct.pack(">HHIIBBHHH", sport, dport, seq, ack, 5 << 4, bits, 64240, 0, 0) + payload
    value = checksum(_pseudo(source, destination, 6, len(segment)) + segment)
    return segment[:16] + struct.pack(">H", (value + wrong_by) & 0xFFFF) + segment[18:]


def icmp(kind, code, first, second, payload=b""):
    message = struct.pack(">BBHHH", kind, code, 0, first, second) + payload
    return message[:2] + struct.pack(">H", checksum(message)) + message[4:]


def raw_socket(device):
    out = socket.socket(socket.AF_PACKET, socket.SOCK_RAW)
    out.bind((device, 0))
    return out


def write_pcap(path, frames):
    """frames: (microseconds since a fixed moment, bytes)"""
    with open(path, "wb") as file:
        file.write(struct.pack("<IHHiIII", 0xA1B2C3D4, 2, 4, 0, 0, 65535, 1))
        for at, frame in frames:
            file.write(struct.pack("<IIII", 1_700_000_000 + at // 1_000_000, at % 1_000_000, len(frame), len(frame)))
            file.write(frame)
