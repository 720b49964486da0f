package io.ringway.packet;

/**
 * UDP header (RFC 768); {@code at} is the offset of the header in the frame.
 *
 * <pre>
 *   0       2       4        6      8
 *   | sport | dport | length | csum | payload
 * </pre>
 */
public final class UdpHeader {
    public static final int LENGTH = 8;
    public static final int CHECKSUM_OFFSET = 6;

    private UdpHeader() {}

    public static int sourcePort(Frame frame, int at) {
        return frame.u16(at);
    }

    public static int destinationPort(Frame frame, int at) {
        return frame.u16(at + 2);
    }

    /** Length of header and payload, as the header says it. */
    public static int length(Frame frame, int at) {
        return frame.u16(at + 4);
    }

    /** 0 means that the sender computed none. */
    public static int checksum(Frame frame, int at) {
        return frame.u16(at + CHECKSUM_OFFSET);
    }
}
