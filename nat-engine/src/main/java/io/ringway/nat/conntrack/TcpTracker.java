package io.ringway.nat.conntrack;

import io.ringway.nat.conntrack.TcpWindow.Outcome;

/** TCP ({@code nf_conntrack_tcp_packet()}): states by flags, then windows, then the timeout. */
final class TcpTracker implements ProtocolTracker {
    /** What a segment's flags have decided, the windows aside. */
    private enum Step {
        CHECK_WINDOW,
        /** The windows do not matter. */
        IN_WINDOW,
        /** Belongs to the connection and moves nothing. */
        IGNORE,
        INVALID,
        REPEAT
    }

    private static final long SHORTENED_TIMEOUT_FLOOR_NS = 120 * Connection.SECOND_NS;

    private final Settings settings;
    private final ConnectionTable table;
    private final TcpWindow window;
    private final TcpReset reset;
    private final TcpSegment segment = new TcpSegment();
    private final TcpSide unsynchronisedSyn = new TcpSide();
    private int oldState;
    private int newState;

    TcpTracker(Settings settings, ConnectionTable table) {
        this.settings = settings;
        this.table = table;
        this.window = new TcpWindow(settings);
        this.reset = new TcpReset(settings);
    }

    @Override
    public Verdict packet(Connection connection, PacketView packet, boolean reply) {
        if (!segment.read(packet) || (!connection.has(Connection.CONFIRMED) && !begin(connection))) {
            return Verdict.INVALID;
        }
        TcpFlow flow = connection.tcp;
        oldState = flow.state;
        newState = TcpState.next(reply, segment.kind, oldState);
        Step step = newState == oldState && segment.kind == TcpState.ACK_SET && newState == TcpState.ESTABLISHED
                ? Step.CHECK_WINDOW
                : stepByFlags(connection, flow, reply);
        switch (step) {
            case IGNORE:
                return Verdict.ACCEPT;
            case INVALID:
                return Verdict.INVALID;
            case REPEAT:
                table.remove(connection);
                return Verdict.REPEAT;
            case CHECK_WINDOW:
                Outcome outcome = window.check(flow, reply, segment);
                if (outcome == Outcome.IGNORE) {
                    return Verdict.ACCEPT;
                }
                if (outcome == Outcome.INVALID) {
                    hasten(connection, flow, reply, packet.nowNs);
                    return Verdict.INVALID;
                }
                break;
            case IN_WINDOW:
                break;
        }
        settle(connection, flow, packet, reply);
        return Verdict.ACCEPT;
    }

    @Override
    public boolean sums(PacketView packet) {
        return TcpSegment.hasSoundLength(packet);
    }

    /** The first segment of a connection ({@code tcp_new()}). False if none can begin with it. */
    private boolean begin(Connection connection) {
        int state = TcpState.next(false, segment.kind, TcpState.NONE);
        if (state == TcpState.INVALID || (state != TcpState.SYN_SENT && !settings.tcpLoose)) {
            return false;
        }
        TcpFlow flow = new TcpFlow();
        TcpSide side = flow.original;
        side.end = segment.end;
        side.maxWindow = Math.max(segment.window, 1);
        if (state == TcpState.SYN_SENT) {
            side.maxEnd = side.end;
            segment.readOptions(side);
        } else {
            // In mid-stream: scale factors were missed, so windows cannot be checked strictly.
            side.maxEnd = side.end + side.maxWindow;
            side.flags = TcpSide.SACK_PERMITTED | TcpSide.BE_LIBERAL;
            flow.reply.flags = TcpSide.SACK_PERMITTED | TcpSide.BE_LIBERAL;
        }
        connection.tcp = flow;
        return true;
    }

    private Step stepByFlags(Connection connection, TcpFlow flow, boolean reply) {
        switch (newState) {
            case TcpState.SYN_SENT:
                if (oldState < TcpState.TIME_WAIT) {
                    return Step.CHECK_WINDOW;
                }
                return isReopened(flow, reply) ? Step.REPEAT : ignore(flow, reply);
            case TcpState.IGNORE:
                return ignore(flow, reply);
            case TcpState.INVALID:
                return Step.INVALID;
            case TcpState.TIME_WAIT:
                return isChallenge(flow, reply) ? Step.IGNORE : Step.CHECK_WINDOW;
            case TcpState.SYN_SENT2:
                flow.lastFlags |= TcpFlow.SIMULTANEOUS_OPEN;
                return Step.CHECK_WINDOW;
            case TcpState.SYN_RECV:
                if (reply && segment.kind == TcpState.ACK_SET && (flow.lastFlags & TcpFlow.SIMULTANEOUS_OPEN) != 0) {
                    newState = TcpState.ESTABLISHED;
                }
                return Step.CHECK_WINDOW;
            case TcpState.CLOSE:
                return segment.kind == TcpState.RST_SET ? stepByReset(connection, flow, reply) : Step.CHECK_WINDOW;
            default:
                return Step.CHECK_WINDOW;
        }
    }

    /** A SYN on a connection that was closed or aborted: forget it, the SYN makes a new one. */
    private static boolean isReopened(TcpFlow flow, boolean reply) {
        return flow.original.has(TcpSide.CLOSE_INITIATED)
                || flow.reply.has(TcpSide.CLOSE_INITIATED)
                || (flow.lastReply == reply && flow.lastKind == TcpState.RST_SET);
    }

    /**
     * A segment that may show that the ends know better than this table: it passes, is noted, and the answer to it will
     * tell. An answer to one noted before brings the table back into step.
     */
    private Step ignore(TcpFlow flow, boolean reply) {
        if (segment.kind == TcpState.SYNACK_SET
                && flow.lastKind == TcpState.SYN_SET
                && flow.lastReply != reply
                && segment.acknowledgement == flow.lastEnd) {
            synchronise(flow, reply);
            return Step.CHECK_WINDOW;
        }
        flow.lastKind = segment.kind;
        flow.lastReply = reply;
        flow.lastSequence = segment.sequence;
        flow.lastEnd = segment.end;
        flow.lastWindow = segment.window;
        if (segment.kind == TcpState.SYN_SET && !reply) {
            noteSyn(flow);
        }
        if (oldState == TcpState.SYN_SENT && segment.kind == TcpState.ACK_SET && reply) {
            flow.lastAcknowledgement = segment.acknowledgement;
        }
        return Step.IGNORE;
    }

    private void synchronise(TcpFlow flow, boolean reply) {
        oldState = TcpState.SYN_SENT;
        newState = TcpState.SYN_RECV;
        flow.lastFlags &= ~TcpFlow.EXPECT_CHALLENGE_ACK;
        TcpSide side = flow.side(flow.lastReply);
        side.end = flow.lastEnd;
        side.maxEnd = flow.lastEnd;
        side.maxWindow = flow.lastWindow == 0 ? 1 : flow.lastWindow;
        side.scale = flow.lastScale;
        side.flags = flow.lastFlags;
        flow.side(reply).reset();
    }

    private void noteSyn(TcpFlow flow) {
        unsynchronisedSyn.flags = 0;
        unsynchronisedSyn.scale = 0;
        segment.readOptions(unsynchronisedSyn);
        flow.lastFlags = unsynchronisedSyn.flags;
        flow.lastScale = unsynchronisedSyn.scale;
        if (oldState == TcpState.LAST_ACK) {
            flow.lastFlags |= TcpFlow.EXPECT_CHALLENGE_ACK;
        }
    }

    /** An ACK that challenges a stray SYN (RFC 5961) must not be taken for that of the last FIN. */
    private boolean isChallenge(TcpFlow flow, boolean reply) {
        boolean challenge = oldState == TcpState.LAST_ACK
                && segment.kind == TcpState.ACK_SET
                && flow.lastReply != reply
                && flow.lastKind == TcpState.SYN_SET
                && (flow.lastFlags & TcpFlow.EXPECT_CHALLENGE_ACK) != 0;
        if (challenge) {
            flow.lastFlags &= ~TcpFlow.EXPECT_CHALLENGE_ACK;
        }
        return challenge;
    }

    private Step stepByReset(Connection connection, TcpFlow flow, boolean reply) {
        return switch (reset.judge(connection, flow, reply, segment)) {
            case INVALID -> Step.INVALID;
            case IN_WINDOW -> Step.IN_WINDOW;
            case KEEP_STATE -> {
                newState = oldState;
                yield Step.CHECK_WINDOW;
            }
            case KEEP_STATE_IN_WINDOW -> {
                newState = oldState;
                yield Step.IN_WINDOW;
            }
            case CLOSE -> Step.CHECK_WINDOW;
        };
    }

    /** Two resets or FINs out of window, one each way: the connection is dead, however it looks ({@code nf_tcp_handle_invalid()}). */
    private void hasten(Connection connection, TcpFlow flow, boolean reply, long nowNs) {
        boolean closing = segment.kind == TcpState.RST_SET || segment.kind == TcpState.FIN_SET;
        if (!closing || !connection.has(Connection.ASSURED) || connection.has(Connection.FIXED_TIMEOUT)) {
            return;
        }
        if (flow.lastReply != reply && (flow.lastKind == TcpState.FIN_SET || flow.lastKind == TcpState.RST_SET)) {
            long leftNs = connection.timeoutNs - nowNs;
            if (leftNs >= SHORTENED_TIMEOUT_FLOOR_NS && isLonger(leftNs, settings.tcpUnacknowledgedTimeoutNs)) {
                connection.timeoutNs = nowNs + settings.tcpUnacknowledgedTimeoutNs;
            }
        } else {
            flow.lastKind = segment.kind;
            flow.lastReply = reply;
        }
    }

    private void settle(Connection connection, TcpFlow flow, PacketView packet, boolean reply) {
        flow.lastKind = segment.kind;
        flow.lastReply = reply;
        flow.state = newState;
        if (oldState != newState && newState == TcpState.FIN_WAIT) {
            flow.side(reply).flags |= TcpSide.CLOSE_INITIATED;
        }
        if (oldState != newState) {
            connection.note(TrackingEvent.PROTOCOL);
        }
        long timeoutNs = timeoutNs(flow);
        if (!connection.has(Connection.SEEN_REPLY)) {
            if (segment.kind == TcpState.RST_SET) {
                connection.count(packet, reply);
                table.remove(connection);
                return;
            }
            if (segment.kind == TcpState.SYN_SET && oldState == TcpState.SYN_SENT) {
                // A repeated SYN does not keep an unanswered connection alive.
                return;
            }
            if (newState == TcpState.ESTABLISHED && isLonger(timeoutNs, settings.tcpUnacknowledgedTimeoutNs)) {
                timeoutNs = settings.tcpUnacknowledgedTimeoutNs;
            }
        } else if (!connection.has(Connection.ASSURED)
                && newState == TcpState.ESTABLISHED
                && (oldState == TcpState.SYN_RECV || oldState == TcpState.ESTABLISHED)) {
            connection.assure();
        }
        connection.refresh(packet, reply, timeoutNs);
    }

    private long timeoutNs(TcpFlow flow) {
        long byStateNs = settings.tcpTimeoutNs[newState];
        if (flow.retransmissions >= settings.tcpMaxRetransmissions
                && isLonger(byStateNs, settings.tcpRetransmissionTimeoutNs)) {
            return settings.tcpRetransmissionTimeoutNs;
        }
        if (segment.kind == TcpState.RST_SET) {
            return settings.tcpTimeoutNs[TcpState.CLOSE];
        }
        if (((flow.original.flags | flow.reply.flags) & TcpSide.DATA_UNACKNOWLEDGED) != 0
                && isLonger(byStateNs, settings.tcpUnacknowledgedTimeoutNs)) {
            return settings.tcpUnacknowledgedTimeoutNs;
        }
        if (flow.lastWindow == 0 && isLonger(byStateNs, settings.tcpRetransmissionTimeoutNs)) {
            return settings.tcpRetransmissionTimeoutNs;
        }
        return byStateNs;
    }

    /** The kernel holds timeouts as unsigned numbers: one that was set below zero is the longest when they are compared. */
    private static boolean isLonger(long timeoutNs, long otherNs) {
        return Long.compareUnsigned(timeoutNs, otherNs) > 0;
    }
}
