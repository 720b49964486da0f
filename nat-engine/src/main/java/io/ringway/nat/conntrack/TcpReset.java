package io.ringway.nat.conntrack;

/** Which resets close a connection: a forged one should not (the RST part of {@code nf_conntrack_tcp_packet()}). */
final class TcpReset {
    enum Judgement {
        /** To be checked against the windows like any segment; it then closes. */
        CLOSE,
        /** It closes, whatever the windows say. */
        IN_WINDOW,
        /** Not exactly in sequence: a challenge ACK may follow, so the state stays (RFC 5961 §3.2). */
        KEEP_STATE,
        KEEP_STATE_IN_WINDOW,
        INVALID
    }

    private final Settings settings;

    TcpReset(Settings settings) {
        this.settings = settings;
    }

    Judgement judge(Connection connection, TcpFlow flow, boolean reply, TcpSegment segment) {
        // The tuple may already be in use again, so nothing known of it counts.
        if (TcpState.isClosing(flow.state)) {
            return Judgement.IN_WINDOW;
        }
        TcpSide peer = flow.side(!reply);
        boolean keepsState = false;
        // After a SYN that was let through, what is known of the peer's acknowledgements may be outdated.
        if (peer.has(TcpSide.MAX_ACK_SET) && flow.lastKind != TcpState.SYN_SET) {
            boolean established = flow.state == TcpState.ESTABLISHED && connection.has(Connection.ASSURED);
            if (segment.sequence == 0 && !established) {
                return Judgement.CLOSE;
            }
            if (TcpWindow.before(segment.sequence, peer.maxAck) && !settings.tcpIgnoreInvalidReset) {
                return Judgement.INVALID;
            }
            if (!established || segment.sequence == peer.maxAck || isBehindOwnData(flow, reply, segment)) {
                return Judgement.CLOSE;
            }
            keepsState = true;
        }
        if (answersIgnored(connection, flow, reply, segment)) {
            return keepsState ? Judgement.KEEP_STATE_IN_WINDOW : Judgement.IN_WINDOW;
        }
        return keepsState ? Judgement.KEEP_STATE : Judgement.CLOSE;
    }

    private static boolean isBehindOwnData(TcpFlow flow, boolean reply, TcpSegment segment) {
        return flow.lastKind == TcpState.ACK_SET && flow.lastReply == reply && segment.sequence == flow.lastEnd;
    }

    /** Whether this reset answers a SYN or an ACK that was let through without moving the state. */
    private static boolean answersIgnored(Connection connection, TcpFlow flow, boolean reply, TcpSegment segment) {
        boolean afterSyn =
                connection.has(Connection.SEEN_REPLY) && flow.lastKind == TcpState.SYN_SET && flow.lastReply != reply;
        boolean afterAck = !connection.has(Connection.ASSURED) && flow.lastKind == TcpState.ACK_SET;
        if ((afterSyn || afterAck) && segment.acknowledgement == flow.lastEnd) {
            return true;
        }
        return flow.state == TcpState.SYN_SENT
                && flow.lastKind == TcpState.ACK_SET
                && flow.lastReply
                && segment.sequence == flow.lastAcknowledgement;
    }
}
