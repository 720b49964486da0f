"""Writes a.eth0.pcap, b.eth0.pcap and c.eth0.pcap: frames that no program sends, at fixed times, without any kernel."""
import os
import sys

here = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(here, "../../../../cases"))
from frames import ethernet, icmp, ipv4, udp, write_pcap

KIND = 0x88B5  # set aside for local experiments (IEEE 802)
A, B, C = "02:00:00:00:00:0a", "02:00:00:00:00:0b", "02:00:00:00:00:0c"
BRIDGE, NOBODY, WANDERER = "02:00:00:00:00:01", "02:00:00:00:00:99", "02:00:00:00:00:77"
BROADCAST, ZERO = "ff:ff:ff:ff:ff:ff", "00:00:00:00:00:00"
sent = {"a": [], "b": [], "c": []}
clock = 0


def send(end, destination, source, payload=None, kind=KIND):
    global clock
    clock += 20_000
    if payload is None:
        payload = b"frame %03d " % (clock // 20_000) + bytes(40)
    sent[end].append((clock, ethernet(destination, source, kind, payload)))


# Nobody is known yet: a's frame to b is flooded; b's answer is not, and from then on neither is a's.
send("a", B, A)
send("b", A, B)
send("a", B, A)
send("a", NOBODY, A)
send("a", BROADCAST, A)
send("c", A, C)
send("b", C, B)

# Groups: no querier, so the bridge floods them although it snoops.
query = udp("10.0.0.10", "224.0.0.251", 5353, 5353, b"who is there")
send("a", "01:00:5e:00:00:fb", A, ipv4("10.0.0.10", "224.0.0.251", 17, query, ttl=255), 0x0800)
offer = udp("10.0.0.11", "239.1.2.3", 7000, 7000, b"to whom it may concern")
send("b", "01:00:5e:01:02:03", B, ipv4("10.0.0.11", "239.1.2.3", 17, offer, ttl=8), 0x0800)
send("b", "33:33:00:00:00:01", B)
send("c", "01:00:0c:cc:cc:cc", C)

# What 802.1D reserves: the bridge group, pause, slow protocols, LLDP, the last of the sixteen, and the first beyond.
for last in (0x00, 0x01, 0x02, 0x03, 0x0E, 0x0F, 0x10):
    send("a", "01:80:c2:00:00:%02x" % last, A)

# A MAC that moves: each move shows in where the next frame to it goes.
send("a", BROADCAST, WANDERER)
send("c", WANDERER, C)
send("b", BROADCAST, WANDERER)
send("c", WANDERER, C)
send("c", NOBODY, WANDERER)
send("a", WANDERER, A)
send("c", WANDERER, C)      # to its own port: not sent back
send("a", C, WANDERER)
send("b", WANDERER, B)

# A neighbour's MAC, spoofed, and taken back.
send("c", BROADCAST, A)
send("b", A, B)
send("a", B, A)
send("b", A, B)

# To the bridge itself, which has no address; from the bridge's own MAC; from sources that cannot be one.
send("a", BRIDGE, A)
send("b", A, BRIDGE)
send("c", BRIDGE, C)
send("a", B, BROADCAST)
send("a", B, "01:00:5e:00:00:05")
send("b", A, ZERO)
send("b", ZERO, B)
send("a", A, A)

# Lengths and types: ARP without padding, the longest and the shortest, 802.3 with LLC, a tag the bridge does not read.
arp = bytes.fromhex("0001080006040001") + bytes.fromhex("02000000000a0a00000a") + bytes.fromhex("0000000000000a00000b")
send("a", BROADCAST, A, arp, 0x0806)
send("b", A, B, bytes(1500))
send("b", A, B, b"")
send("c", B, C, bytes.fromhex("424203") + bytes(35), 38)
send("a", B, A, bytes.fromhex("000588b5") + b"tagged, VLAN 5" + bytes(32), 0x8100)
send("c", BROADCAST, C, bytes.fromhex("006488b5") + b"tagged, VLAN 100" + bytes(32), 0x8100)

# A conversation to end with, all of it known.
for number in range(1, 31):
    send("a", B, A, ipv4("10.0.0.10", "10.0.0.11", 1, icmp(8, 0, 1, number, b"x" * (number * 40))), 0x0800)
    send("b", A, B, ipv4("10.0.0.11", "10.0.0.10", 1, icmp(0, 0, 1, number, b"x" * (number * 40))), 0x0800)

for end, frames in sent.items():
    path = os.path.join(here, end + ".eth0.pcap")
    write_pcap(path, frames)
    print("bridge-flood/%s.eth0.pcap: %d packets" % (end, len(frames)))
