package io.ringway.nat.conntrack;

/**
 * The states of a TCP connection and how the flags of a segment move them ({@code tcp_conntracks} of
 * {@code nf_conntrack_proto_tcp.c}). States are small numbers, in the kernel's order, so that they index tables.
 */
final class TcpState {
    static final int NONE = 0;
    static final int SYN_SENT = 1;
    static final int SYN_RECV = 2;
    static final int ESTABLISHED = 3;
    static final int FIN_WAIT = 4;
    static final int CLOSE_WAIT = 5;
    static final int LAST_ACK = 6;
    static final int TIME_WAIT = 7;
    static final int CLOSE = 8;

    /** A SYN came from the other side as well: simultaneous open. */
    static final int SYN_SENT2 = 9;

    static final int COUNT = 10;

    /** Not a state: the segment is not valid in the present one. */
    static final int INVALID = 10;

    /** Not a state: the segment may or may not be valid; the other side's answer will tell. */
    static final int IGNORE = 11;

    // What a segment is, by its flags (enum tcp_bit_set).
    static final int SYN_SET = 0;
    static final int SYNACK_SET = 1;
    static final int FIN_SET = 2;
    static final int ACK_SET = 3;
    static final int RST_SET = 4;
    static final int NONE_SET = 5;

    /** One line per kind of segment, one column per present state, in the order of the numbers above. */
    private static final String[] ORIGINAL = {
        // NO SS SR ES FW CW LA TW CL S2
        "SS SS IG IG IG IG IG SS SS S2", // SYN
        "IV IV SR IV IV IV IV IV IV SR", // SYN+ACK
        "IV IV FW FW LA LA LA TW CL IV", // FIN
        "ES IV ES ES CW CW TW TW CL IV", // ACK
        "IV CL CL CL CL CL CL CL CL CL", // RST
        "IV IV IV IV IV IV IV IV IV IV", // none of these
    };

    private static final String[] REPLY = {
        // NO SS SR ES FW CW LA TW CL S2
        "IV S2 IV IV IV IV IV SS IV S2",
        "IV SR IG IG IG IG IG IG IG SR",
        "IV IV FW FW LA LA LA TW CL IV",
        "IV IG SR ES CW CW TW TW CL IG",
        "IV CL CL CL CL CL CL CL CL CL",
        "IV IV IV IV IV IV IV IV IV IV",
    };

    private static final String CODES = "NO SS SR ES FW CW LA TW CL S2 IV IG";
    private static final String[] NAMES = {
        "NONE",
        "SYN_SENT",
        "SYN_RECV",
        "ESTABLISHED",
        "FIN_WAIT",
        "CLOSE_WAIT",
        "LAST_ACK",
        "TIME_WAIT",
        "CLOSE",
        "SYN_SENT2"
    };
    private static final byte[] NEXT = compile(ORIGINAL, REPLY);

    private TcpState() {}

    /** The state after this kind of segment, {@link #INVALID} or {@link #IGNORE}. */
    static int next(boolean reply, int kind, int state) {
        return NEXT[((reply ? 6 : 0) + kind) * COUNT + state];
    }

    /** Whether a connection can be forgotten under pressure, though assured ({@code tcp_can_early_drop()}). */
    static boolean isClosing(int state) {
        return state >= FIN_WAIT && state <= CLOSE;
    }

    static String name(int state) {
        return NAMES[state];
    }

    private static byte[] compile(String[]... directions) {
        byte[] next = new byte[2 * 6 * COUNT];
        int at = 0;
        for (String[] direction : directions) {
            for (String line : direction) {
                for (int column = 0; column < COUNT; column++) {
                    next[at++] = (byte) (CODES.indexOf(line.substring(column * 3, column * 3 + 2)) / 3);
                }
            }
        }
        return next;
    }
}
