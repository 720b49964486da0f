package io.ringway.nat.conntrack;

/**
 * What is known of an SCTP association beyond its tuples ({@code struct ip_ct_sctp}). Sides are 0 for the original
 * direction, 1 for the reply.
 */
final class SctpFlow {
    int state = SctpState.NONE;

    /** The verification tag that packets of each direction carry, 0 while it is unknown. */
    private final int[] tags = new int[2];

    /** From which side an INIT came that no COOKIE ACK has settled yet. */
    private final boolean[] initiates = new boolean[2];

    /** A HEARTBEAT had a wrong tag: its answer will tell whether it was right after all. */
    private boolean heartbeatDoubted;

    private int doubtedSide;

    int tag(int side) {
        return tags[side];
    }

    void setTag(int side, int tag) {
        tags[side] = tag;
    }

    boolean hasTag(int side, int tag) {
        return tags[side] == tag;
    }

    /** A COOKIE ACK ends the exchange of INITs. */
    void settle() {
        initiates[0] = false;
        initiates[1] = false;
    }

    /** An INIT that says which tag the other side has to use; the same said again begins nothing. */
    void noteInit(int side, int initTag) {
        if (state == SctpState.NONE || tags[1 - side] != initTag) {
            initiates[1 - side] &= !initiates[side];
            initiates[side] = true;
        }
        tags[1 - side] = initTag;
    }

    /** False if the INIT ACK is not the answer to the INIT that was seen: a late one, or both sides' INITs crossed. */
    boolean noteInitAck(int side, int initTag) {
        int known = tags[1 - side];
        boolean late = !initiates[1 - side] && known != 0;
        boolean crossed = initiates[side] && initiates[1 - side];
        if ((late || crossed) && known != initTag) {
            return false;
        }
        tags[1 - side] = initTag;
        return true;
    }

    /** Whether a HEARTBEAT, or the answer to one, fits this direction; the first to come says which tag does. */
    boolean fitsHeartbeat(int side, int tag) {
        if (tags[side] == 0) {
            tags[side] = tag;
            return true;
        }
        if (tags[side] != tag) {
            return false;
        }
        heartbeatDoubted = false;
        return true;
    }

    void doubtHeartbeat(int side) {
        heartbeatDoubted = true;
        doubtedSide = side;
    }

    /** An answer with a wrong tag to a HEARTBEAT with a wrong tag: the association was made anew. False if there was none. */
    boolean believeAnswer(int side, int tag) {
        if (!heartbeatDoubted || doubtedSide == side) {
            return false;
        }
        heartbeatDoubted = false;
        tags[side] = tag;
        tags[1 - side] = 0;
        return true;
    }
}
