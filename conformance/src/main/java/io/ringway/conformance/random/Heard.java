package io.ringway.conformance.random;

import java.util.Arrays;

/** An IPv4 packet that somebody received, whole or a fragment. */
record Heard(byte[] packet) {
    static final int SCTP = 132;
    static final int UDPLITE = 136;
    private static final int ETHERNET = 14;

    /** Null for what is no IPv4 packet. */
    static Heard of(byte[] frame) {
        boolean ipv4 = frame.length >= ETHERNET + 20 && frame[12] == 8 && frame[13] == 0 && frame[14] >> 4 == 4;
        if (!ipv4) {
            return null;
        }
        int total = u16(frame, ETHERNET + 2);
        int end = Math.min(frame.length, ETHERNET + Math.max(20, total));
        return new Heard(Arrays.copyOfRange(frame, ETHERNET, end));
    }

    private static int u16(byte[] bytes, int at) {
        return at + 2 > bytes.length ? 0 : (bytes[at] & 0xff) << 8 | (bytes[at + 1] & 0xff);
    }

    private int i32(int at) {
        return u16(packet, at) << 16 | u16(packet, at + 2);
    }

    int id() {
        return u16(packet, 4);
    }

    boolean isFragment() {
        return (u16(packet, 6) & 0x3fff) != 0;
    }

    int protocol() {
        return packet[9] & 0xff;
    }

    int source() {
        return i32(12);
    }

    int destination() {
        return i32(16);
    }

    int transport() {
        return 4 * (packet[0] & 15);
    }

    boolean hasPorts() {
        int protocol = protocol();
        return protocol == IpPacket.TCP || protocol == IpPacket.UDP || protocol == SCTP || protocol == UDPLITE;
    }

    int sourcePort() {
        return u16(packet, transport());
    }

    int destinationPort() {
        return u16(packet, transport() + 2);
    }

    int icmpType() {
        return transport() < packet.length ? packet[transport()] & 0xff : -1;
    }

    /** Of an ICMP query. */
    int icmpId() {
        return u16(packet, transport() + 4);
    }

    int sequence() {
        return i32(transport() + 4);
    }

    int acknowledged() {
        return i32(transport() + 8);
    }

    int flags() {
        return u16(packet, transport() + 12) & 0x3f;
    }

    /** The verification tag of SCTP. */
    int tag() {
        return i32(transport() + 4);
    }

    byte[] data() {
        int header = protocol() == IpPacket.TCP ? (u16(packet, transport() + 12) >> 12) * 4 : 8;
        return transport() + header >= packet.length
                ? new byte[0]
                : Arrays.copyOfRange(packet, transport() + header, packet.length);
    }
}
