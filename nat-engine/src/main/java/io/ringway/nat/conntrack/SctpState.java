package io.ringway.nat.conntrack;

/**
 * The states of an SCTP association as a router sees it, and how chunks move them ({@code sctp_conntracks} of
 * {@code nf_conntrack_proto_sctp.c}). States are small numbers, in the kernel's order, so that they index tables.
 */
final class SctpState {
    static final int NONE = 0;
    static final int CLOSED = 1;
    static final int ESTABLISHED = 4;
    private static final int SHUTDOWN_SENT = 5;
    private static final int SHUTDOWN_ACK_SENT = 7;
    static final int COUNT = 9;

    /** Not a state: the chunk is not valid in the present one. */
    static final int INVALID = 9;

    // Types of chunks (RFC 9260 §3.2) that conntrack knows.
    static final int DATA = 0;
    static final int INIT = 1;
    static final int INIT_ACK = 2;
    static final int HEARTBEAT = 4;
    static final int HEARTBEAT_ACK = 5;
    static final int ABORT = 6;
    static final int SHUTDOWN_ACK = 8;
    static final int COOKIE_ECHO = 10;
    static final int COOKIE_ACK = 11;
    static final int SHUTDOWN_COMPLETE = 14;

    private static final int TYPES = 15;

    /** One line per type of chunk, empty where it moves nothing; one column per present state. */
    private static final String[] ORIGINAL = {
        // NO CL CW CE ES SS SR SA HS
        "", // DATA
        "CL CL CW CE ES CL CL SA CW", // INIT
        "CL CL CW CE ES SS SR SA CL", // INIT ACK
        "", // SACK
        "HS CL CW CE ES SS SR SA HS", // HEARTBEAT
        "CL CL CW CE ES SS SR SA HS", // HEARTBEAT ACK
        "CL CL CL CL CL CL CL CL CL", // ABORT
        "CL CL CW CE SS SS SR SA CL", // SHUTDOWN
        "SA CL CW CE ES SA SA SA SA", // SHUTDOWN ACK
        "CL CL CW CE ES SS SR SA CL", // ERROR
        "CL CL CE CE ES SS SR SA CL", // COOKIE ECHO
        "CL CL CW ES ES SS SR SA CL", // COOKIE ACK
        "", // ECNE
        "", // CWR
        "CL CL CW CE ES SS SR CL CL", // SHUTDOWN COMPLETE
    };

    private static final String[] REPLY = {
        // NO CL CW CE ES SS SR SA HS
        "",
        "IV CL CW CE ES SS SR SA IV",
        "IV CW CW CE ES SS SR SA IV",
        "",
        "IV CL CW CE ES SS SR SA HS",
        "IV CL CW CE ES SS SR SA ES",
        "IV CL CL CL CL CL CL CL IV",
        "IV CL CW CE SR SS SR SA IV",
        "IV CL CW CE ES SA SA SA IV",
        "IV CL CW CL ES SS SR SA IV",
        "IV CL CE CE ES SS SR SA IV",
        "IV CL CW ES ES SS SR SA IV",
        "",
        "",
        "IV CL CW CE ES SS SR CL IV",
    };

    private static final String CODES = "NO CL CW CE ES SS SR SA HS IV";
    private static final String[] NAMES = {
        "NONE",
        "CLOSED",
        "COOKIE_WAIT",
        "COOKIE_ECHOED",
        "ESTABLISHED",
        "SHUTDOWN_SENT",
        "SHUTDOWN_RECD",
        "SHUTDOWN_ACK_SENT",
        "HEARTBEAT_SENT"
    };
    private static final byte[] NEXT = compile(ORIGINAL, REPLY);

    private SctpState() {}

    /** The state after a chunk of this type, or {@link #INVALID}; types that are not in the table move nothing. */
    static int next(boolean reply, int type, int state) {
        return type >= TYPES ? state : NEXT[((reply ? TYPES : 0) + type) * COUNT + state];
    }

    /** {@code sctp_can_early_drop()}. */
    static boolean isClosing(int state) {
        return state >= SHUTDOWN_SENT && state <= SHUTDOWN_ACK_SENT;
    }

    static String name(int state) {
        return NAMES[state];
    }

    private static byte[] compile(String[]... directions) {
        byte[] next = new byte[2 * TYPES * COUNT];
        int at = 0;
        for (String[] direction : directions) {
            for (String line : direction) {
                for (int state = 0; state < COUNT; state++) {
                    next[at++] = (byte)
                            (line.isEmpty() ? state : CODES.indexOf(line.substring(state * 3, state * 3 + 2)) / 3);
                }
            }
        }
        return next;
    }
}
