package io.ringway.engine.ipv4;

import io.ringway.packet.Frame;

/**
 * What is remembered of a packet's options while it is here ({@code struct ip_options}), as one number of the frame's:
 *
 * <pre>
 *   bits   0..5          6..11      12..17        18..23  24          25           26        27      28          29
 *          record route  timestamp  source route  CIPSO   RR address  TS address   TS time   strict  route hit   changed
 * </pre>
 *
 * The first four are offsets in the IPv4 header, 0 for none; RR and TS bits say what was written here by now.
 */
final class IpOptions {
    static final int END = 0;
    static final int NOOP = 1;
    static final int RECORD_ROUTE = 7;
    static final int TIMESTAMP = 68;
    static final int LOOSE_ROUTE = 131;
    static final int CIPSO = 134;
    static final int STRICT_ROUTE = 137;
    static final int ROUTER_ALERT = 148;

    /** The low four bits of a timestamp option's flags (RFC 791 §3.1). */
    static final int TIME_ONLY = 0;

    static final int TIME_AND_ADDRESS = 1;
    static final int TIME_OF_LISTED = 3;

    static final int RECORD_ROUTE_AT = 0;
    static final int TIMESTAMP_AT = 6;
    static final int SOURCE_ROUTE_AT = 12;
    static final int CIPSO_AT = 18;
    static final int RECORDS_ADDRESS = 1 << 24;
    static final int STAMPS_ADDRESS = 1 << 25;
    static final int STAMPS_TIME = 1 << 26;
    static final int STRICT = 1 << 27;
    static final int ROUTE_HIT = 1 << 28;
    static final int CHANGED = 1 << 29;

    private static final int OFFSET_MASK = 0x3f;
    private static final long DAY_MS = 86_400_000;

    private IpOptions() {}

    /** Offset of the option in the IPv4 header, 0 when there is none. */
    static int at(int options, int which) {
        return (options >>> which) & OFFSET_MASK;
    }

    static boolean has(int options, int bit) {
        return (options & bit) != 0;
    }

    static void mark(Frame frame, int bits) {
        frame.setIpOptions(frame.ipOptions() | bits);
    }

    /** Milliseconds since midnight UT ({@code inet_current_timestamp()}). */
    static int timeOfDayMs(Ipv4Stack stack) {
        return (int) Math.floorMod(stack.kernel().wallNs() / 1_000_000, DAY_MS);
    }
}
