package io.ringway.engine.ipv4;

import io.ringway.packet.Frame;

/**
 * A membership query as it was received.
 *
 * @param isVersion3 whether it is longer than those of versions 1 and 2
 * @param code how long answers may take, as written; 0 in version 1
 * @param group 0 when it asks for all
 * @param robustness 0 where it says nothing
 * @param sources how many sources it asks for
 */
record IgmpQuery(boolean isVersion3, int code, int group, int robustness, int sources) {
    /** How long a router of version 1 waits: ten seconds. */
    static final int V1_TICKS = 2500;

    private static final int TICKS_PER_TENTH = 25;
    private static final int LENGTH = 8;
    private static final int V3_LENGTH = 12;

    /** Null when it is of no length that a query has. */
    static IgmpQuery read(Frame frame, int at, int bytes) {
        int code = frame.u8(at + 1);
        int group = frame.i32(at + 4);
        if (bytes == LENGTH) {
            return new IgmpQuery(false, code, code == 0 ? 0 : group, 0, 0);
        }
        if (bytes < V3_LENGTH) {
            return null;
        }
        int sources = frame.u16(at + 10);
        boolean cutShort = bytes < V3_LENGTH + 4 * sources;
        boolean sourcesOfAll = group == 0 && sources != 0;
        return cutShort || sourcesOfAll ? null : new IgmpQuery(true, code, group, frame.u8(at + 8) & 7, sources);
    }

    boolean isVersion1() {
        return !isVersion3 && code == 0;
    }

    /** Below how many ticks the answer comes. */
    int ticks() {
        if (isVersion1()) {
            return V1_TICKS;
        }
        boolean floats = isVersion3 && code >= 0x80;
        int tenths = floats ? ((code & 0xf) | 0x10) << ((code >> 4 & 7) + 3) : code;
        return Math.max(1, tenths * TICKS_PER_TENTH);
    }
}
