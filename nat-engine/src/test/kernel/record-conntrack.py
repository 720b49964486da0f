#!/usr/bin/env python3
"""Asks the Linux kernel of this machine what its conntrack and NAT do with packets, and writes the answers down.

    record-conntrack.py FILE...          as root; needs iptables and iproute2

Each FILE holds cases. The left half of a line is what happens, the right half, behind "=>", is the kernel's answer and
is rewritten in place; ConntrackGoldenTest replays the left halves and expects the right ones.

    case NAME                            flushes the table; ports start anew
    sysctl NAME VALUE                    net.netfilter.NAME, until the end of the case
    rule snat|dnat|masquerade ARGS       as iptables -t nat -A POSTROUTING|PREROUTING -j ... ARGS, until the end of the case
    wait MILLISECONDS
    mark VALUE                           as iptables -t mangle -A FORWARD -j CONNMARK --set-mark VALUE, until the end of the case
    events                               answers begin with what conntrack -E prints from now on, each line behind a "|"
    > tcp FLAGS seq=0 ack=0 win=0 len=0 opts=HEX doff=N cut=BYTES sum=bad
    > udp len=0 ulen=N cut=BYTES sum=bad|none
    > icmp type=8 code=0 id=1 n=1 len=0 cut=BYTES sum=bad
    > error type=3 code=1 quote=STEP bytes=N sum=bad     quotes what left the router at that step of the case (from 1)
    > sctp tag=0 chunks=NAME,NAME cut=BYTES sum=bad      NAME(TAG) for INIT, INIT_ACK; NAME+FLAGS; NAME/LENGTH lies about it
    > ip proto=N len=0                                   any other protocol; data=HEX instead of len= everywhere

">" enters from the client's side (10.0.1.2, port 1000 + number of the case), "<" from the server's (10.0.2.2:80);
src= dst= sport= dport= say otherwise, to=STEP answers what left the router at that step.

Answers: ctstate (or DROPPED), ! before the entry's timeout in whole seconds rounded up, its state and its flags, both
tuples if NAT is about; in a case with rules also the IPv4 packet that left, in hexadecimal.
"""
import ctypes
import os
import re
import socket
import struct
import subprocess
import sys
import time

STATES = ["INVALID", "NEW", "ESTABLISHED", "RELATED", "UNTRACKED"]
CHUNKS = {"DATA": (0, 16), "INIT": (1, 16), "INIT_ACK": (2, 16), "SACK": (3, 12), "HEARTBEAT": (4, 8), "HEARTBEAT_ACK": (5, 8),
          "ABORT": (6, 0), "SHUTDOWN": (7, 4), "SHUTDOWN_ACK": (8, 0), "ERROR": (9, 4), "COOKIE_ECHO": (10, 7), "COOKIE_ACK": (11, 0),
          "SHUTDOWN_COMPLETE": (14, 0), "ASCONF": (193, 4)}  # type, bytes behind the chunk's header
FLAGS = {"F": 1, "S": 2, "R": 4, "P": 8, "A": 16, "U": 32, "E": 64, "C": 128}


def run(command):
    subprocess.run(command, shell=True, check=True)


def fold(data):
    if len(data) % 2:
        data += b"\0"
    total = sum(struct.unpack("!%dH" % (len(data) // 2), data))
    while total >> 16:
        total = (total & 0xFFFF) + (total >> 16)
    return total


def checksum(data):
    return ~fold(data) & 0xFFFF


def spread(length):
    return bytes(i & 0xFF for i in range(length))


def crc32c(data):
    crc = 0xFFFFFFFF
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = crc >> 1 ^ (0x82F63B78 if crc & 1 else 0)
    return crc ^ 0xFFFFFFFF


def chunk(text):
    name, tag, flags, length = re.fullmatch(r"(\w+)(?:\((\d+)\))?(?:\+(\d+))?(?:/(\d+))?", text).groups()
    kind, size = CHUNKS[name]
    body = spread(size) if tag is None else struct.pack("!I", int(tag)) + spread(size)[4:]
    head = struct.pack("!BBH", kind, int(flags or 0), 4 + size if length is None else int(length))
    return head + body + bytes(-size % 4)


class Router:
    """A namespace that forwards between two veth ends which only this program talks through."""

    def __init__(self):
        os.makedirs("/run/netns", exist_ok=True)
        run("mount -t tmpfs none /run/netns")
        run("ip netns add router")
        for name in "left", "right":
            run(f"ip link add name {name} type veth peer name r{name} netns router")
            run(f"sysctl -qw net.ipv6.conf.{name}.disable_ipv6=1; ip link set {name} up; ethtool -K {name} tx off >/dev/null")
        self.sockets = {}
        for name in "left", "right":
            s = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(3))
            s.bind((name, 0))
            s.settimeout(0.1)
            self.sockets[name] = s
        handle = os.open("/run/netns/router", os.O_RDONLY)
        if ctypes.CDLL(None, use_errno=True).setns(handle, 0x40000000):
            raise OSError(ctypes.get_errno(), "setns")
        run("ip link set lo up")
        for name, net in ("left", 1), ("right", 2):
            run(f"sysctl -qw net.ipv6.conf.r{name}.disable_ipv6=1; ip link set r{name} address 02:00:00:00:00:0{net} up")
            run(f"ip addr add 10.0.{net}.1/24 dev r{name}")
            for host in list(range(2, 10)) + list(range(100, 104)):
                run(f"ip neigh add 10.0.{net}.{host} lladdr 02:00:00:00:0{net}:02 dev r{name} nud permanent")
        run("sysctl -qw net.ipv4.ip_forward=1 net.ipv4.conf.all.rp_filter=0 net.ipv4.conf.all.send_redirects=0"
            " net.ipv4.conf.rleft.rp_filter=0 net.ipv4.conf.rright.rp_filter=0 net.ipv4.conf.rleft.send_redirects=0"
            " net.ipv4.conf.rright.send_redirects=0")
        run("iptables -P INPUT DROP")
        for i, state in enumerate(STATES):
            for direction in ("ORIGINAL", "REPLY") if i in (1, 2, 3) else (None,):
                dscp = (i + 1) * 2 + (direction == "REPLY")
                ctdir = f"--ctdir {direction}" if direction else ""
                run(f"iptables -t mangle -A PREROUTING -m conntrack --ctstate {state} {ctdir} -j DSCP --set-dscp {dscp}")
        time.sleep(1.5)
        for name in self.sockets:
            self.drain(name)

    def drain(self, name):
        s = self.sockets[name]
        s.setblocking(False)
        try:
            while True:
                s.recv(70000)
        except BlockingIOError:
            pass
        s.settimeout(0.1)

    def cross(self, side, packet):
        """Sends an IPv4 packet in on one side; what came out on the other, or None."""
        other = "right" if side == "left" else "left"
        self.drain(other)
        mac = b"\x02\0\0\0\0" + (b"\x01" if side == "left" else b"\x02")
        self.sockets[side].send(mac + b"\x02\0\0\0\x09\x09\x08\0" + packet)
        end = time.time() + 0.1
        while time.time() < end:
            try:
                frame, address = self.sockets[other].recvfrom(70000)
            except socket.timeout:
                return None
            if address[2] != socket.PACKET_OUTGOING and frame[12:14] == b"\x08\0":
                length = struct.unpack("!H", frame[16:18])[0]
                return frame[14:14 + length]
        return None


class Case:
    def __init__(self, router, name, number):
        self.router, self.name, self.number = router, name, number
        self.left = []
        self.cleanup = []
        self.nat = False
        self.events = None
        run("conntrack -F 2>/dev/null")

    def listen(self):
        self.events = subprocess.Popen(["conntrack", "-E"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        os.set_blocking(self.events.stdout.fileno(), False)
        time.sleep(0.3)

    def heard(self):
        """The events since the last time, without the columns' blanks."""
        time.sleep(0.05)
        text = (self.events.stdout.read() or b"").decode()
        return [re.sub(" +", " ", line.strip()) for line in text.splitlines()]

    def mark(self, value):
        rule = f"FORWARD -j CONNMARK --set-mark {value}"
        run(f"iptables -t mangle -A {rule}")
        self.cleanup.append(f"iptables -t mangle -D {rule}")

    def close(self):
        if self.events:
            self.events.kill()
            self.events.wait()
        for command in reversed(self.cleanup):
            run(command)

    def sysctl(self, name, value):
        path = "/proc/sys/net/netfilter/" + name
        with open(path) as f:
            old = f.read().strip()
        with open(path, "w") as f:
            f.write(value)
        self.cleanup.append(f"echo {old} > {path}")

    def rule(self, kind, args):
        chain = "PREROUTING" if kind in ("dnat", "redirect") else "POSTROUTING"
        where = {"snat": "-o rright", "masquerade": "-o rright", "dnat": "-i rleft", "redirect": "-i rleft"}[kind]
        rule = f"{chain} {where} -j {kind.upper()} {args}" if not args.startswith("-p") else \
            f"{chain} {where} {args.split(' -- ')[0]} -j {kind.upper()} {args.split(' -- ')[1]}"
        run(f"iptables -t nat -A {rule}")
        self.cleanup.append(f"iptables -t nat -D {rule}")
        self.nat = True

    def step(self, arrow, words):
        kind, fields = words[0], {}
        for word in words[1:]:
            if "=" in word:
                key, value = word.split("=", 1)
                fields[key] = value
            else:
                fields["flags"] = word
        client, server = ("10.0.1.2", 1000 + self.number), ("10.0.2.2", 80)
        (src, sport), (dst, dport) = (client, server) if arrow == ">" else (server, client)
        if "to" in fields:
            p = self.left[int(fields["to"]) - 1]
            ihl = (p[0] & 15) * 4
            src, dst = socket.inet_ntoa(p[16:20]), socket.inet_ntoa(p[12:16])
            dport, sport = struct.unpack("!HH", p[ihl:ihl + 4])
            if p[9] == 1:
                fields.setdefault("id", str(struct.unpack("!H", p[ihl + 4:ihl + 6])[0]))
        src, dst = fields.get("src", src), fields.get("dst", dst)
        sport, dport = int(fields.get("sport", sport)), int(fields.get("dport", dport))
        if kind == "error" and "dst" not in fields:
            dst = socket.inet_ntoa(self.left[int(fields["quote"]) - 1][12:16])
        proto, payload = self.transport(kind, fields, src, dst, sport, dport)
        header = struct.pack("!BBHHHBBH4s4s", 0x45, 0, 20 + len(payload), 7, 0x4000, 64, proto, 0,
                             socket.inet_aton(src), socket.inet_aton(dst))
        packet = header[:10] + struct.pack("!H", checksum(header)) + header[12:] + payload
        out = self.router.cross("left" if arrow == ">" else "right", packet)
        dscp = out[1] >> 2 if out else 0
        if out:
            out = self.without_dscp(out)
        self.left.append(out)
        return self.answer(out, dscp)

    def transport(self, kind, f, src, dst, sport, dport):
        get = lambda name, default=0: int(f.get(name, default), 0) if name in f else default
        data = bytes.fromhex(f["data"]) if "data" in f else spread(get("len"))
        if kind == "tcp":
            opts = bytes.fromhex(f.get("opts", ""))
            doff = get("doff", 5 + len(opts) // 4)
            flags = sum(FLAGS[c] for c in f.get("flags", "") if c != "-")
            head = struct.pack("!HHIIBBHHH", sport, dport, get("seq") & 0xFFFFFFFF, get("ack") & 0xFFFFFFFF, doff << 4,
                               flags, get("win"), 0, 0)
            return 6, self.summed(head + opts + data, 16, 6, f, src, dst)
        if kind == "udp":
            head = struct.pack("!HHHH", sport, dport, get("ulen", 8 + len(data)), 0)
            return 17, self.summed(head + data, 6, 17, f, src, dst)
        if kind == "sctp":
            segment = struct.pack("!HHII", sport, dport, get("tag"), 0) + b"".join(map(chunk, filter(None, f["chunks"].split(","))))
            segment = segment[:get("cut", len(segment))]
            value = struct.pack("<I", crc32c(segment) ^ (f.get("sum") == "bad"))
            return 132, segment[:8] + value[:max(0, len(segment) - 8)] + segment[12:]
        if kind == "icmp":
            head = struct.pack("!BBHHH", get("type", 8), get("code"), 0, get("id", 1), get("n", 1))
            return 1, self.summed(head + data, 2, None, f, src, dst)
        if kind == "error":
            quoted = self.left[int(f["quote"]) - 1][:get("bytes", 28)]
            head = struct.pack("!BBHI", get("type", 3), get("code", 1), 0, 0)
            return 1, self.summed(head + quoted, 2, None, f, src, dst)
        return get("proto"), data

    def summed(self, segment, at, proto, f, src, dst):
        if f.get("sum") == "none":
            return segment
        cut = segment[:int(f["cut"])] if "cut" in f else segment
        pseudo = b"" if proto is None else socket.inet_aton(src) + socket.inet_aton(dst) + struct.pack("!HH", proto, len(cut))
        value = checksum(pseudo + cut)
        if f.get("sum") == "bad":
            value ^= 0x0101
        if proto == 17 and value == 0:
            value = 0xFFFF
        segment = segment[:at] + struct.pack("!H", value) + segment[at + 2:]
        return segment[:len(cut)]

    def without_dscp(self, out):
        """The packet as it would be if the recorder had not marked it."""
        restored = fold(struct.pack("!HH", ~struct.unpack("!H", out[10:12])[0] & 0xFFFF, ~out[1] & 0xFFFF))
        return out[:1] + b"\0" + out[2:10] + struct.pack("!H", ~restored & 0xFFFF) + out[12:]

    def answer(self, out, dscp):
        if self.events:
            return " | ".join(["DROPPED" if out is None else STATES[dscp // 2 - 1] + ("-REPLY" if dscp & 1 else "")] + self.heard())
        if out is None:
            words = ["DROPPED"]
        else:
            words = [STATES[dscp // 2 - 1] + ("-REPLY" if dscp & 1 else "")]
        # Timeouts count in jiffies of 4 ms: let a few pass, so that each has lost a part of its last second.
        time.sleep(0.02)
        entries = []
        with open("/proc/net/nf_conntrack") as f:
            for line in f:
                entries.append(self.entry(line))
        words += sorted(entries)
        if self.nat and out is not None:
            words.append(out.hex())
        return " ".join(words)

    def entry(self, line):
        words = line.split()
        proto, seconds = words[2], int(words[4]) + 1
        state = words[5] if "=" not in words[5] and "[" not in words[5] else ""
        flags = "".join(re.findall(r"\[\w+\]", line))
        parts = [f"!{seconds}"] + ([state] if state else []) + ([flags] if flags else [])
        if self.nat:
            pairs = re.findall(r"(src|dst|sport|dport|type|code|id)=(\S+)", line)
            half = len(pairs) // 2
            parts.append(",".join(v for _, v in pairs[:half]) + "/" + ",".join(v for _, v in pairs[half:]))
        return " ".join(parts)


def record(router, path):
    with open(path) as f:
        lines = f.read().splitlines()
    result, case, number = [], None, 0
    for line in lines:
        left = line.split("=>")[0].rstrip() if line[:2] in ("> ", "< ") else line
        words = left.split()
        if not words or words[0].startswith("#"):
            result.append(line)
            continue
        if words[0] == "case":
            if case:
                case.close()
            number += 1
            case = Case(router, words[1], number)
        elif words[0] == "sysctl":
            case.sysctl(words[1], words[2])
        elif words[0] == "rule":
            case.rule(words[1], " ".join(words[2:]))
        elif words[0] == "mark":
            case.mark(words[1])
        elif words[0] == "events":
            case.listen()
        elif words[0] == "wait":
            time.sleep(int(words[1]) / 1000)
        else:
            result.append(f"{left} => {case.step(words[0], words[1:])}")
            continue
        result.append(left)
    if case:
        case.close()
    with open(path, "w") as f:
        f.write("\n".join(result) + "\n")
    print(f"{path}: {number} cases, kernel {os.uname().release.split('-')[0]}", file=sys.stderr)


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    if os.environ.get("RINGWAY_UNSHARED") != "1":
        os.environ["RINGWAY_UNSHARED"] = "1"
        os.execvp("unshare", ["unshare", "--net", "--mount", "--pid", "--fork", "--mount-proc", sys.executable] + sys.argv)
    router = Router()
    for name in sys.argv[1:]:
        record(router, name)
