package io.ringway.packet;

/**
 * IPv6 header (RFC 8200 §3), read so that bridged traffic can be named; {@code at} is its offset in the frame.
 *
 * <pre>
 *   0                4           6      7           8          24         40
 *   | ver class flow | payload   | next | hop limit | source   | dest     |
 * </pre>
 */
public final class Ipv6Header {
    public static final int LENGTH = 40;

    private Ipv6Header() {}

    /** Whether a whole header of version 6 stands at {@code at} and its payload is all there. */
    public static boolean valid(Frame frame, int at) {
        return frame.length() >= at + LENGTH
                && frame.u8(at) >>> 4 == 6
                && frame.length() >= at + LENGTH + payloadLength(frame, at);
    }

    public static int payloadLength(Frame frame, int at) {
        return frame.u16(at + 4);
    }

    public static int nextHeader(Frame frame, int at) {
        return frame.u8(at + 6);
    }

    public static int hopLimit(Frame frame, int at) {
        return frame.u8(at + 7);
    }

    /** Offset of the 16-byte source address. */
    public static int sourceOffset(int at) {
        return at + 8;
    }
}
