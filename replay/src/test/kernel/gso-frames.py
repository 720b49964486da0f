"""Sends frames out of eth0 that stand for several segments each (PACKET_VNET_HDR): what a sender leaves to its device."""
import socket
import struct
import time

SOL_PACKET, PACKET_VNET_HDR = 263, 15
NEEDS_CSUM, GSO_TCPV4, GSO_UDP_L4, GSO_ECN = 1, 1, 5, 0x80
ETHERNET = bytes.fromhex("020000000001" "02000000000a" "0800")
ADDRESSES = socket.inet_aton("10.0.1.2") + socket.inet_aton("10.0.2.2")
MTU = 1500
FIN, PSH, ACK, URG, ECE, CWR = 1, 8, 16, 32, 64, 128
TIMESTAMPS = b"\1\1\x08\x0a" + struct.pack("!II", 5, 6)
RECORD_ROUTE = bytes([7, 7, 4, 0, 0, 0, 0, 0])
NO_OPERATIONS = b"\1\1\1\0"


def fold(data):
    total = sum(struct.unpack("!%dH" % (len(data) // 2), data))
    while total >> 16:
        total = (total & 0xFFFF) + (total >> 16)
    return total


def ip(protocol, transport, dont_fragment, ident, options=b""):
    header = struct.pack("!BBHHHBBH", 0x45 + len(options) // 4, 0, 20 + len(options) + len(transport), ident,
                         0x4000 if dont_fragment else 0, 64, protocol, 0) + ADDRESSES + options
    return header[:10] + struct.pack("!H", 0xFFFF ^ fold(header)) + header[12:] + transport


def pseudo(protocol, length):
    return fold(ADDRESSES + struct.pack("!HH", protocol, length))


def data(length):
    return bytes((i * 7 + i // 251) & 0xFF for i in range(length))


def tcp(port, length, flags=ACK, seq=1000, options=b""):
    size = 20 + len(options) + length
    return struct.pack("!HHIIBBHHH", port, 80, seq, 77, (20 + len(options)) << 2, flags, 500, pseudo(6, size), 0) \
        + options + data(length)


def udp(port, length):
    return struct.pack("!HHHH", port, 53, 8 + length, pseudo(17, 8 + length)) + data(length)


def frames():
    port = 4000
    for dont_fragment in True, False:
        for ident, options, length, more in [
                (1, b"", 2920, {}),                                          # two whole ones
                (2, b"", 3001, dict(flags=ACK | PSH)),                       # a short and odd end
                (0xFFFE, b"", 8000, dict(options=TIMESTAMPS, flags=ACK | PSH | FIN)),
                (4, b"", 5000, dict(flags=CWR | ECE | URG | ACK | PSH | FIN)),
                (0, b"", 2900, {}),
                (6, NO_OPERATIONS, 4000, {}),
                (7, RECORD_ROUTE, 4000, dict(options=TIMESTAMPS)),
                (8, b"", 20000, dict(seq=0xFFFFFF00)),                       # over the end of sequence numbers
                (9, b"", 1461, {})]:                                         # a byte too many
            port += 1
            yield 6, ip(6, tcp(port, length, **more), dont_fragment, ident, options)
    yield 17, ip(17, udp(port, 5888), True, 10)


sender = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, 0)
sender.setsockopt(SOL_PACKET, PACKET_VNET_HDR, 1)
sender.bind(("eth0", 0))
for protocol, packet in frames():
    start = 14 + (packet[0] & 15) * 4
    at = start - 14
    headers = start + ((packet[at + 12] >> 4) * 4 if protocol == 6 else 8)
    kind = GSO_UDP_L4 if protocol == 17 else GSO_TCPV4 | (GSO_ECN if packet[at + 13] & CWR else 0)
    sender.send(struct.pack("<BBHHHH", NEEDS_CSUM, kind, headers, MTU - (headers - 14), start, 16 if protocol == 6 else 6)
                + ETHERNET + packet)
    time.sleep(0.02)
