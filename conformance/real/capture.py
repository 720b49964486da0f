"""What every interface of some network namespaces shows, read by packet sockets; packets that a namespace's programs send, by NFLOG."""
import ctypes
import fcntl
import mmap
import os
import socket
import struct
import subprocess
import threading
import time

LIBC = ctypes.CDLL(None, use_errno=True)
CLONE_NEWNET = 0x40000000
ETH_P_ALL = 3
SOL_PACKET = 263
CSUM_NOT_READY = 0x8
OUTGOING = 4
NFULA_PAYLOAD = 9
EPOCH_NS = 946684800 * 10**9


class Inside:
    """The calling thread is in another network namespace for a while."""

    def __init__(self, path):
        self.path = path

    def __enter__(self):
        self.own = os.open("/proc/self/task/%d/ns/net" % threading.get_native_id(), os.O_RDONLY)
        self.enter(self.path)

    def __exit__(self, *_):
        self.move(self.own)
        os.close(self.own)

    def enter(self, path):
        there = os.open(path, os.O_RDONLY)
        self.move(there)
        os.close(there)

    @staticmethod
    def move(namespace):
        if LIBC.setns(namespace, CLONE_NEWNET):
            raise OSError(ctypes.get_errno(), "setns")


class Seen:
    """One frame at one interface."""

    def __init__(self, time_ns, namespace, device, outgoing, frame):
        self.time_ns, self.namespace, self.device, self.outgoing, self.frame = time_ns, namespace, device, outgoing, frame


class Ring:
    """A packet socket's ring: frames as they were when the interface showed them, not as the kernel leaves them later."""

    SIZE, COUNT, BLOCK = 2048, 16384, 1 << 16
    RX_RING, VERSION, V2 = 5, 10, 1
    HEADER = struct.Struct("IIIHHIIHH")
    ADDRESS_AT, SIOCGIFNAME = 32, 0x8910

    def __init__(self, namespace, path):
        self.namespace, self.at, self.names = namespace, 0, {}
        with Inside(path):
            self.socket = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(ETH_P_ALL))
            self.socket.setsockopt(SOL_PACKET, self.VERSION, self.V2)
            self.socket.setsockopt(SOL_PACKET, self.RX_RING,
                                   struct.pack("IIII", self.BLOCK, self.SIZE * self.COUNT // self.BLOCK, self.SIZE, self.COUNT))
            self.memory = mmap.mmap(self.socket.fileno(), self.SIZE * self.COUNT)

    def frames(self):
        """What was seen since the last call."""
        while True:
            start = self.at * self.SIZE
            status, length, kept, mac, _, seconds, nanos, _, _ = self.HEADER.unpack_from(self.memory, start)
            if not status & 1:
                return
            if kept < length or status & 4:
                raise SystemExit("a frame did not fit into the ring")
            index, kind = struct.unpack_from("i2xB", self.memory, start + self.ADDRESS_AT + 4)
            frame = self.memory[start + mac:start + mac + kept]
            if status & CSUM_NOT_READY:
                frame = frame[:14] + summed(frame[14:])
            yield Seen(seconds * 10**9 + nanos, self.namespace, self.name(index), kind == OUTGOING, frame)
            struct.pack_into("I", self.memory, start, 0)
            self.at = (self.at + 1) % self.COUNT

    def name(self, index):
        if index not in self.names:
            answer = fcntl.ioctl(self.socket, self.SIOCGIFNAME, struct.pack("16si20x", b"", index))
            self.names[index] = answer[:16].split(b"\0")[0].decode()
        return self.names[index]


class Captures:
    """A ring for each namespace sees all of its interfaces, also those that are made later."""

    def __init__(self):
        self.rings = []

    def watch(self, namespace, path):
        self.rings.append(Ring(namespace, path))

    def start(self):
        self.stop()

    def stop(self):
        """All that was seen since the start, of each interface in its order."""
        return [one for ring in self.rings for one in ring.frames()]


def checksum(data):
    if len(data) % 2:
        data += b"\0"
    total = sum(struct.unpack(">%dH" % (len(data) // 2), data))
    while total >> 16:
        total = (total & 0xFFFF) + (total >> 16)
    return ~total & 0xFFFF


def summed(packet):
    """With the checksum of its TCP or UDP header, which a socket leaves to the device."""
    start, protocol = (packet[0] & 15) * 4, packet[9]
    at = start + {6: 16, 17: 6}.get(protocol, 0)
    length = struct.unpack(">H", packet[2:4])[0] - start
    if at == start or struct.unpack(">H", packet[6:8])[0] & 0x3FFF:
        return packet
    blank = packet[:at] + b"\0\0" + packet[at + 2:]
    pseudo = packet[12:20] + struct.pack(">BBH", 0, protocol, length)
    value = checksum(pseudo + blank[start:start + length])
    return blank[:at] + struct.pack(">H", value or (0xFFFF if protocol == 17 else 0)) + blank[at + 2:]


class Sent:
    """IPv4 packets that a namespace's programs send, as its table raw logs them to an NFLOG group before anything else."""

    def __init__(self, prefix, group, file):
        self.file = file
        self.process = subprocess.Popen([*prefix, "tcpdump", "-i", f"nflog:{group}", "-U", "--immediate-mode", "-w", file],
                                        stderr=subprocess.PIPE, text=True)
        for line in self.process.stderr:
            if "listening" in line:
                break

    def packets(self):
        time.sleep(1.5)  # the kernel hands them over in batches, a second later
        self.process.terminate()
        self.process.wait()
        with open(self.file, "rb") as file:
            data = file.read()
        at, found = 24, []
        while at < len(data):
            length = struct.unpack("<I", data[at + 8:at + 12])[0]
            found += payloads(data[at + 16:at + 16 + length])
            at += 16 + length
        return [summed(packet) for packet in found if not is_error(packet)]


def is_error(packet):
    """An ICMP error is the kernel's own."""
    return packet[9] == 1 and packet[(packet[0] & 15) * 4] in (3, 11, 12)


def payloads(message):
    at = 4
    while at + 4 <= len(message):
        length, kind = struct.unpack("<HH", message[at:at + 4])
        if kind & 0x7FFF == NFULA_PAYLOAD:
            yield message[at + 4:at + length]
        at += (max(length, 4) + 3) & ~3


def write_pcap(path, frames):
    """frames: (nanoseconds since the case's first frame, bytes)"""
    with open(path, "wb") as file:
        file.write(struct.pack("<IHHiIII", 0xA1B23C4D, 2, 4, 0, 0, 65535, 1))
        for at, frame in frames:
            at += EPOCH_NS
            file.write(struct.pack("<IIII", at // 10**9, at % 10**9, len(frame), len(frame)))
            file.write(frame)
