package io.ringway.nat.conntrack;

/** What is known of a TCP connection beyond its tuples ({@code struct ip_ct_tcp}). */
final class TcpFlow {
    /** In {@link #lastFlags}: the next pure ACK may challenge the SYN that was let through (RFC 5961). */
    static final int EXPECT_CHALLENGE_ACK = 0x40;

    /** In {@link #lastFlags}: both sides sent a SYN. */
    static final int SIMULTANEOUS_OPEN = 0x80;

    int state = TcpState.NONE;
    final TcpSide original = new TcpSide();
    final TcpSide reply = new TcpSide();

    // The last segment that was not refused; some fields keep older values, as the kernel's do.
    boolean lastReply;
    int lastKind = TcpState.NONE_SET;
    int lastSequence;
    int lastAcknowledgement;
    int lastEnd;
    int lastWindow;
    int lastScale;
    int lastFlags;
    int retransmissions;

    /** By how much a rewritten payload has moved its bytes, null for not at all. */
    SequenceShift shift;

    TcpSide side(boolean reply) {
        return reply ? this.reply : original;
    }
}
