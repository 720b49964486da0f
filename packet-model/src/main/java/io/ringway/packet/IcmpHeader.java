package io.ringway.packet;

/**
 * ICMP header (RFC 792); {@code at} is the offset of the header in the frame.
 *
 * <pre>
 *   0      1      2      4                   8
 *   | type | code | csum | id, seq | rest    | data, or the packet that an error is about
 * </pre>
 */
public final class IcmpHeader {
    public static final int LENGTH = 8;
    public static final int CHECKSUM_OFFSET = 2;
    public static final int ECHO_REPLY = 0;
    public static final int DESTINATION_UNREACHABLE = 3;
    public static final int SOURCE_QUENCH = 4;
    public static final int REDIRECT = 5;
    public static final int ECHO_REQUEST = 8;
    public static final int TIME_EXCEEDED = 11;
    public static final int PARAMETER_PROBLEM = 12;
    public static final int TIMESTAMP = 13;
    public static final int TIMESTAMP_REPLY = 14;
    public static final int INFO_REQUEST = 15;
    public static final int INFO_REPLY = 16;
    public static final int ADDRESS_MASK = 17;
    public static final int ADDRESS_MASK_REPLY = 18;

    /** Any type beyond it is unknown to Linux ({@code NR_ICMP_TYPES}). */
    public static final int HIGHEST_KNOWN_TYPE = 18;

    private IcmpHeader() {}

    public static int type(Frame frame, int at) {
        return frame.u8(at);
    }

    public static int code(Frame frame, int at) {
        return frame.u8(at + 1);
    }

    public static int checksum(Frame frame, int at) {
        return frame.u16(at + CHECKSUM_OFFSET);
    }

    /** Identifier of a query or its reply. */
    public static int id(Frame frame, int at) {
        return frame.u16(at + 4);
    }

    public static int sequence(Frame frame, int at) {
        return frame.u16(at + 6);
    }

    /** Whether the message is about another packet, which it quotes ({@code icmp_is_err()}). */
    public static boolean isError(int type) {
        return type == DESTINATION_UNREACHABLE
                || type == SOURCE_QUENCH
                || type == REDIRECT
                || type == TIME_EXCEEDED
                || type == PARAMETER_PROBLEM;
    }
}
