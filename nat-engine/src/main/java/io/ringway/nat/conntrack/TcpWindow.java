package io.ringway.nat.conntrack;

import io.ringway.packet.TcpHeader;

/**
 * Whether a segment lies within the windows that both ends have announced ({@code tcp_in_window()}, after Guido van
 * Rooij, "Real Stateful TCP Packet Filtering in IP Filter"), and what it teaches about them.
 *
 * <pre>
 *   data:  seq ≤ sender.maxEnd               and  seq + length ≥ sender.end − receiver.maxWindow
 *   acks:  sack ≤ receiver.end               and  sack ≥ receiver.end − max(sender.maxWindow, 66000)
 * </pre>
 */
final class TcpWindow {
    enum Outcome {
        /** Moves the state. */
        ACCEPT,
        /** Belongs to the connection and moves nothing. */
        IGNORE,
        INVALID
    }

    private static final int MAX_ACK_WINDOW = 66_000;

    private final Settings settings;

    // The segment under judgement, as adjusted on the way.
    private int sequence;
    private int acknowledgement;
    private int highestAck;
    private int end;

    TcpWindow(Settings settings) {
        this.settings = settings;
    }

    Outcome check(TcpFlow flow, boolean reply, TcpSegment segment) {
        TcpSide sender = flow.side(reply);
        TcpSide receiver = flow.side(!reply);
        sequence = segment.sequence;
        end = segment.end;
        acknowledgement = segment.acknowledgement;
        highestAck = receiver.has(TcpSide.SACK_PERMITTED) ? segment.highestAcknowledgement() : acknowledgement;
        if (flow.shift != null) {
            int moved = flow.shift.at(!reply, acknowledgement - 1);
            acknowledgement -= moved;
            highestAck -= moved;
        }
        if (learnsFromFirst(flow, sender, receiver, reply, segment)) {
            return Outcome.ACCEPT;
        }
        boolean noAck = !segment.has(TcpHeader.ACK);
        // Some stacks set ACK in a reset and leave the number zero.
        if (noAck || (segment.has(TcpHeader.RST) && acknowledgement == 0)) {
            acknowledgement = receiver.end;
            highestAck = receiver.end;
        }
        if (segment.has(TcpHeader.RST) && sequence == 0 && flow.state == TcpState.SYN_SENT) {
            sequence = sender.end;
            end = sender.end;
        }
        Outcome outcome = judge(sender, receiver);
        if (outcome != null) {
            return sender.has(TcpSide.BE_LIBERAL) || settings.tcpBeLiberal ? Outcome.ACCEPT : outcome;
        }
        learn(sender, receiver, segment);
        if (segment.kind == TcpState.ACK_SET) {
            countRetransmission(flow, reply, segment);
        }
        return Outcome.ACCEPT;
    }

    /** Sets up a side at its first segment, or at a SYN that starts anew. True if there is nothing left to check. */
    private boolean learnsFromFirst(TcpFlow flow, TcpSide sender, TcpSide receiver, boolean reply, TcpSegment segment) {
        if (sender.maxWindow == 0) {
            if (segment.has(TcpHeader.SYN)) {
                start(sender, receiver, reply, segment);
                return !segment.has(TcpHeader.ACK);
            }
            pickUp(sender, receiver, segment);
            return false;
        }
        if (segment.has(TcpHeader.SYN)
                && after(end, sender.end)
                && (flow.state == TcpState.SYN_SENT || flow.state == TcpState.SYN_RECV)) {
            start(sender, receiver, reply, segment);
            return reply && !segment.has(TcpHeader.ACK);
        }
        return false;
    }

    /** {@code tcp_init_sender()}: scaling holds only if both ends offered it (RFC 7323 §1.3). */
    private void start(TcpSide sender, TcpSide receiver, boolean reply, TcpSegment segment) {
        sender.end = end;
        sender.maxEnd = end;
        sender.maxWindow = Math.max(segment.window, 1);
        segment.readOptions(sender);
        if (reply && !(sender.has(TcpSide.WINDOW_SCALE) && receiver.has(TcpSide.WINDOW_SCALE))) {
            sender.scale = 0;
            receiver.scale = 0;
        }
    }

    private void pickUp(TcpSide sender, TcpSide receiver, TcpSegment segment) {
        sender.end = end;
        int window = segment.window << sender.scale;
        sender.maxWindow = window == 0 ? 1 : window;
        sender.maxEnd = end + sender.maxWindow;
        if (receiver.maxWindow == 0) {
            receiver.end = highestAck;
            receiver.maxEnd = highestAck;
        } else if (highestAck == receiver.end + 1) {
            // An answer to a keepalive.
            receiver.end++;
        }
    }

    /** Null if the segment is within all bounds. */
    private Outcome judge(TcpSide sender, TcpSide receiver) {
        if (!before(sequence, sender.maxEnd + 1)) {
            return judgeBeyondWindow(sender, receiver);
        }
        if (!before(highestAck, receiver.end + 1)) {
            return Outcome.INVALID;
        }
        boolean inReceiveWindow = receiver.maxWindow == 0 || after(end, sender.end - receiver.maxWindow - 1);
        return inReceiveWindow && isAckNotTooOld(sender, receiver) ? null : Outcome.IGNORE;
    }

    /** Data beyond the window, but not far: the peer may take it, so that its ACK has to be understood. */
    private Outcome judgeBeyondWindow(TcpSide sender, TcpSide receiver) {
        int overshot = end - sender.maxEnd + 1;
        boolean inReceiveWindow = receiver.maxWindow != 0 && after(end, sender.end - receiver.maxWindow - 1);
        if (inReceiveWindow
                && isAckNotTooOld(sender, receiver)
                && Integer.compareUnsigned(overshot, receiver.maxWindow) <= 0
                && before(highestAck, receiver.end + 1)) {
            sender.end = end;
            sender.flags |= TcpSide.DATA_UNACKNOWLEDGED;
            return Outcome.IGNORE;
        }
        return Outcome.INVALID;
    }

    private boolean isAckNotTooOld(TcpSide sender, TcpSide receiver) {
        int ackWindow =
                Integer.compareUnsigned(sender.maxWindow, MAX_ACK_WINDOW) > 0 ? sender.maxWindow : MAX_ACK_WINDOW;
        return after(highestAck, receiver.end - ackWindow - 1);
    }

    private void learn(TcpSide sender, TcpSide receiver, TcpSegment segment) {
        int window = segment.has(TcpHeader.SYN) ? segment.window : segment.window << sender.scale;
        int reach = window + (highestAck - acknowledgement);
        if (Integer.compareUnsigned(sender.maxWindow, reach) < 0) {
            sender.maxWindow = reach;
        }
        if (after(end, sender.end)) {
            sender.end = end;
            sender.flags |= TcpSide.DATA_UNACKNOWLEDGED;
        }
        if (segment.has(TcpHeader.ACK) && (!sender.has(TcpSide.MAX_ACK_SET) || after(acknowledgement, sender.maxAck))) {
            sender.maxAck = acknowledgement;
            sender.flags |= TcpSide.MAX_ACK_SET;
        }
        if (receiver.maxWindow != 0 && after(end, sender.maxEnd)) {
            receiver.maxWindow += end - sender.maxEnd;
        }
        if (after(highestAck + window, receiver.maxEnd - 1)) {
            receiver.maxEnd = highestAck + window + (window == 0 ? 1 : 0);
        }
        if (acknowledgement == receiver.end) {
            receiver.flags &= ~TcpSide.DATA_UNACKNOWLEDGED;
        }
    }

    private void countRetransmission(TcpFlow flow, boolean reply, TcpSegment segment) {
        if (flow.lastReply == reply
                && flow.lastSequence == sequence
                && flow.lastAcknowledgement == acknowledgement
                && flow.lastEnd == end
                && flow.lastWindow == segment.window) {
            flow.retransmissions = flow.retransmissions + 1 & 0xff;
        } else {
            flow.lastReply = reply;
            flow.lastSequence = sequence;
            flow.lastAcknowledgement = acknowledgement;
            flow.lastEnd = end;
            flow.lastWindow = segment.window;
            flow.retransmissions = 0;
        }
    }

    static boolean before(int one, int other) {
        return one - other < 0;
    }

    static boolean after(int one, int other) {
        return other - one < 0;
    }
}
