package io.ringway.nat.rules.match;

import io.ringway.packet.Frame;

/**
 * The parts of a DCCP header (RFC 4340 §5) that rules look at.
 *
 * <pre>
 *  0               2               4       5       6               8
 * +---------------+---------------+-------+-------+---------------+-------------+
 * |  source port  |  destination  |offset | cover |   checksum    |res3 type4 x1| sequence number …
 * +---------------+---------------+-------+-------+---------------+-------------+
 * </pre>
 */
final class DccpHeader {
    static final int MIN_LENGTH = 12;

    private static final int LONG_SEQUENCE = 4;
    private static final int REQUEST = 0;
    private static final int RESPONSE = 1;
    private static final int DATA = 2;
    private static final int RESET = 7;
    private static final int LAST_KNOWN = 9;

    private DccpHeader() {}

    static int type(Frame frame, int at) {
        return frame.u8(at + 8) >> 1 & 0xf;
    }

    /** Where the options begin; a type that nobody knows counts as a reset ({@code dccp_packet_hdr_len()}). */
    static int optionsAt(Frame frame, int at) {
        int from = at + MIN_LENGTH + ((frame.u8(at + 8) & 1) != 0 ? LONG_SEQUENCE : 0);
        int type = type(frame, at);
        if (type > LAST_KNOWN) {
            return from + 12;
        }
        return from
                + switch (type) {
                    case DATA -> 0;
                    case REQUEST -> 4;
                    case RESPONSE, RESET -> 12;
                    default -> 8;
                };
    }

    /** Where the header says that it ends. */
    static int end(Frame frame, int at) {
        return at + frame.u8(at + 4) * 4;
    }
}
