from sides import *

t = Sides(__file__)
def udplite(sport, wrong_by, coverage=0):
    packet = udp(L, R, sport, 5000, b"covered or not")
    value = checksum(socket.inet_aton(L) + socket.inet_aton(R) + struct.pack(">BBH", 0, 136, len(packet))
                     + packet[:4] + struct.pack(">HH", coverage, 0) + packet[8:8 + (coverage - 8 if coverage else len(packet))])
    return ipv4(L, R, 136, packet[:4] + struct.pack(">HH", coverage, (value + wrong_by) & 0xFFFF) + packet[8:])


def all_of(sport):
    for wrong_by in 0, 1, 0x8000, 0xFFFF:
        t.left(segment(L, R, sport, 80, "S", wrong_by=wrong_by))
        t.left(ipv4(L, R, UDP, udp(L, R, sport, 5000, b"hello", wrong_by)))
        t.left(ipv4(L, R, ICMP, icmp(8, 0, sport, 1, b"ping", wrong_by)))
    without = udp(L, R, sport, 5001, b"none")
    t.left(ipv4(L, R, UDP, without[:6] + bytes(2) + without[8:]))
    t.left(udplite(sport, 0))
    t.left(udplite(sport, 1))
    t.left(udplite(sport, 0, 8))
    t.left(udplite(sport, 5, 12))
    t.left(ipv4(L, R, SCTP, sctp(sport, 80, 0, chunk(1, struct.pack(">IIHHI", 9, 65536, 10, 10, 1)), wrong_by=1)))
    t.left(ipv4(L, R, 33, bytes.fromhex("%04x005004000000" % sport) + bytes(8)))


all_of(4000)
# The payload is chosen so that the sum is 0 behind NAT: 3000 comes instead of 4001, 10.2.0.1 instead of 10.1.0.2.
translated = udp("10.2.0.1", R, 3000, 5002, b"\0\0")
payload = translated[6:8]
t.left(datagram(L, R, 4001, 5002, payload))
sent = segment("10.2.0.1", R, 3000, 80, "S", ttl=63)
for wrong_by in 0, 1:
    t.right(error(R, "10.2.0.1", sent, quoted=28, wrong_by=wrong_by))
    t.right(error(R, "10.2.0.1", sent, quoted=40, wrong_by=wrong_by))
# Quoted checksums that are wrong.
t.right(error(R, "10.2.0.1", segment("10.2.0.1", R, 3000, 80, "S", wrong_by=7), quoted=40))
t.right(error(R, "10.2.0.1", ipv4("10.2.0.1", R, TCP, tcp("10.2.0.1", R, 3000, 80, "S"), wrong_by=3), quoted=40))
# 1 s: checksums are looked at.
t.wait(0.6)
all_of(4002)
t.right(error(R, "10.2.0.1", sent, quoted=28, wrong_by=1))
t.left(segment(L, R, 4003, 81, "S"))
t.right(ipv4(R, "10.2.0.1", TCP, tcp(R, "10.2.0.1", 81, 3000, "SA", 9, 1, wrong_by=1)))
t.right(ipv4(R, "10.2.0.1", TCP, tcp(R, "10.2.0.1", 81, 3000, "SA", 9, 1)))
t.write()
