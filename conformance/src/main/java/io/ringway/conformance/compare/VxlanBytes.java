package io.ringway.conformance.compare;

/** Where things stand in a captured VXLAN frame (RFC 7348 §5). */
final class VxlanBytes {
    static final int UDP = 17;
    static final int UDP_CHECKSUM = 6;

    private static final int UDP_AND_VXLAN = 16;
    private static final int VNI_PRESENT = 0x0800_0000;
    private static final int OFFSET_MASK = 0x1fff;
    private static final int MORE_FRAGMENTS = 0x2000;

    private VxlanBytes() {}

    /**
     * Offset of the UDP header.
     *
     * @param at offset of the IPv4 header
     */
    static int udp(byte[] frame, int at) {
        return at + Ipv4Bytes.headerLength(frame, at);
    }

    /** Offset of the frame inside, -1 where the packet, or what its first fragment shows, is not VXLAN. */
    static int inner(byte[] frame, int at) {
        int inner = udp(frame, at) + UDP_AND_VXLAN;
        return frame.length >= inner + 14 && isTunnel(frame, at) ? inner : -1;
    }

    /** Whether headers say so, however little there is inside. */
    static boolean isTunnel(byte[] frame, int at) {
        int udp = udp(frame, at);
        boolean whole = (frame[at + Ipv4Bytes.PROTOCOL] & 0xff) == UDP
                && (Ipv4Bytes.u16(frame, at + 6) & OFFSET_MASK) == 0
                && frame.length >= udp + UDP_AND_VXLAN;
        return whole && Ipv4Bytes.i32(frame, udp + 8) == VNI_PRESENT && frame[udp + UDP_AND_VXLAN - 1] == 0;
    }

    /**
     * Offset of the IPv4 header of the frame inside, -1 where there is none. The first fragment of a packet may end before
     * the header does, but not before its source address does: no MTU is so small.
     */
    static int innerPacket(byte[] frame, int at) {
        int inner = inner(frame, at);
        boolean fragment = (Ipv4Bytes.u16(frame, at + 6) & MORE_FRAGMENTS) != 0;
        boolean packet = inner >= 0
                && frame.length >= inner + 14 + (fragment ? Ipv4Bytes.DESTINATION : Ipv4Bytes.MIN_LENGTH)
                && Ipv4Bytes.u16(frame, inner + 12) == 0x0800;
        return packet ? inner + 14 : -1;
    }
}
