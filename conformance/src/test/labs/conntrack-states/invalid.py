"""Sends, from `right`, packets that belong to no connection; no program would send them on purpose."""
import os
import sys
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../../../cases"))
from frames import ethernet, icmp, ipv4, raw_socket, tcp, udp

ROUTER, SELF = "02:00:0a:02:00:01", "02:00:0a:02:00:02"
A, B = "10.2.0.2", "10.1.0.2"

quoted = ipv4(B, A, 17, udp(B, A, 4000, 4001, b"never sent"), ident=7)
packets = [
    ipv4(A, B, 6, tcp(A, B, 5000, 6000, "R", seq=1)),
    ipv4(A, B, 6, tcp(A, B, 5000, 6001, "SA", seq=1, ack=1)),
    ipv4(A, B, 6, tcp(A, B, 5000, 6002, "SF", seq=1)),
    ipv4(A, B, 6, tcp(A, B, 5000, 6003, "", seq=1)),
    ipv4(A, B, 1, icmp(0, 0, 0x1234, 1, b"no one asked")),
    ipv4(A, B, 1, icmp(3, 3, 0, 0, quoted)),
    ipv4(A, B, 17, udp(A, B, 4002, 4003, b"wrong checksum", wrong_by=1)),
    ipv4(A, B, 6, tcp(A, B, 4004, 8000, "S", seq=1, wrong_by=1)),
    ipv4(A, B, 6, tcp(A, B, 4005, 8000, "A", seq=100, ack=200)),
    ipv4(A, "10.2.0.1", 6, tcp(A, "10.2.0.1", 4006, 22, "R", seq=1)),
]
with raw_socket("eth0") as out:
    for packet in packets:
        out.send(ethernet(ROUTER, SELF, 0x0800, packet))
        time.sleep(0.02)
