"""Probes of every kind, as a port scanner sends them, at ports where programs listen and others: from a client's namespace."""
import socket
import struct
import time

FIN, SYN, RST, PSH, ACK, URG = 1, 2, 4, 8, 16, 32
CLIENT, HOST = "192.0.2.1", "192.0.2.10"
KINDS = [SYN, FIN, 0, FIN | PSH | URG, ACK, FIN | ACK, RST, RST | ACK, SYN | FIN, PSH, SYN | ACK]
ADDRESSES = socket.inet_aton(CLIENT) + socket.inet_aton(HOST)


def fold(data):
    data += b"\0" * (len(data) % 2)
    total = sum(struct.unpack("!%dH" % (len(data) // 2), data))
    while total >> 16:
        total = (total & 0xFFFF) + (total >> 16)
    return total


def send(raw, protocol, transport, checksum):
    total = 0xFFFF ^ fold(ADDRESSES + struct.pack("!HH", protocol, len(transport)) + transport)
    transport = transport[:checksum] + struct.pack("!H", total) + transport[checksum + 2:]
    header = struct.pack("!BBHHHBBH", 0x45, 0, 20 + len(transport), 7, 0x4000, 64, protocol, 0) + ADDRESSES
    raw.sendto(header + transport, (HOST, 0))
    time.sleep(0.01)


with socket.socket(socket.AF_INET, socket.SOCK_RAW, socket.IPPROTO_RAW) as sender:
    source = 40000
    for port in 22, 80, 443, 25, 81:
        for flags in KINDS:
            source += 1
            send(sender, 6, struct.pack("!HHIIBBHHH", source, port, 1000, 2000 if flags & ACK else 0, 0x50, flags, 1024, 0, 0), 16)
    for port in 53, 123, 54:
        source += 1
        send(sender, 17, struct.pack("!HHHH", source, port, 12, 0) + b"ping", 6)
