package io.ringway.nat.conntrack;

/** SCTP ({@code nf_conntrack_sctp_packet()}): the tag first, then each chunk moves the state, then the timeout. */
final class SctpTracker implements ProtocolTracker {
    /** Chunks that no association begins with (RFC 9260 §8.4). */
    private static final int NEVER_FIRST =
            1 << SctpState.ABORT | 1 << SctpState.SHUTDOWN_COMPLETE | 1 << SctpState.COOKIE_ACK;

    /** A packet with one of these has a rule of its own for its tag, or none. */
    private static final int OTHER_TAG_RULES = 1 << SctpState.INIT
            | 1 << SctpState.SHUTDOWN_COMPLETE
            | 1 << SctpState.COOKIE_ECHO
            | 1 << SctpState.ABORT
            | 1 << SctpState.SHUTDOWN_ACK
            | 1 << SctpState.HEARTBEAT
            | 1 << SctpState.HEARTBEAT_ACK;

    private final Settings settings;
    private final SctpPacket sctp = new SctpPacket();
    private final SctpChecksum checksum = new SctpChecksum();

    /** Whether the packet at hand leaves the timeout as it is. */
    private boolean renewsNothing;

    SctpTracker(Settings settings) {
        this.settings = settings;
    }

    @Override
    public Verdict packet(Connection connection, PacketView packet, boolean reply) {
        if (isBroken(packet) || !sctp.read(packet) || (!connection.has(Connection.CONFIRMED) && !begin(connection))) {
            return Verdict.INVALID;
        }
        SctpFlow flow = connection.sctp;
        if (!sctp.has(OTHER_TAG_RULES) && !flow.hasTag(reply ? 1 : 0, sctp.tag)) {
            return Verdict.INVALID;
        }
        renewsNothing = false;
        for (int chunk = sctp.first(); !sctp.isEnd(chunk); chunk = sctp.next(chunk)) {
            if (!take(chunk, connection, flow, reply)) {
                return Verdict.INVALID;
            }
        }
        if (!renewsNothing) {
            connection.refresh(packet, reply, settings.sctpTimeoutNs[flow.state]);
        }
        return Verdict.ACCEPT;
    }

    /** {@code sctp_error()}. */
    private boolean isBroken(PacketView packet) {
        if (packet.transportLength() < SctpPacket.HEADER_BYTES) {
            return true;
        }
        if (!packet.verifiesChecksum) {
            return false;
        }
        Rewriter.join(packet.frame, packet.transport + SctpPacket.HEADER_BYTES);
        return !checksum.isGood(packet.frame, packet.transport, packet.end);
    }

    /** The first packet of an association ({@code sctp_new()}). False if none can begin with it. */
    private boolean begin(Connection connection) {
        if (sctp.has(NEVER_FIRST)) {
            return false;
        }
        SctpFlow flow = new SctpFlow();
        for (int chunk = sctp.first(); !sctp.isEnd(chunk); chunk = sctp.next(chunk)) {
            int type = sctp.type(chunk);
            if (SctpState.next(false, type, SctpState.NONE) == SctpState.NONE) {
                return false;
            }
            switch (type) {
                case SctpState.INIT -> {
                    if (sctp.tag != 0 || !sctp.hasInit(chunk)) {
                        return false;
                    }
                    flow.setTag(1, sctp.initTag(chunk));
                }
                case SctpState.HEARTBEAT -> flow.setTag(0, sctp.tag);
                case SctpState.SHUTDOWN_ACK -> flow.setTag(1, sctp.tag);
                default -> {}
            }
        }
        connection.sctp = flow;
        return true;
    }

    /** What one chunk does; what it did stays, though a later chunk of the packet be refused. False: refused. */
    private boolean take(int chunk, Connection connection, SctpFlow flow, boolean reply) {
        int side = reply ? 1 : 0;
        int type = sctp.type(chunk);
        boolean heartbeat = type == SctpState.HEARTBEAT || type == SctpState.HEARTBEAT_ACK;
        if (heartbeat && !flow.fitsHeartbeat(side, sctp.tag)) {
            if (sctp.has(1 << SctpState.DATA) || renewsNothing) {
                return false;
            }
            if (type == SctpState.HEARTBEAT) {
                flow.doubtHeartbeat(side);
                renewsNothing = true;
                return true;
            }
            if (!flow.believeAnswer(side, sctp.tag)) {
                return false;
            }
        }
        int before = flow.state;
        int after = SctpState.next(reply, type, before);
        if (!hasFittingTag(chunk, type, flow, side)
                || after == SctpState.INVALID
                || !noteTag(chunk, type, connection, after, side)) {
            return false;
        }
        flow.state = after;
        if (before != after) {
            connection.note(TrackingEvent.PROTOCOL);
        }
        if (after == SctpState.ESTABLISHED && before != after) {
            connection.assure();
        }
        return true;
    }

    /** RFC 9260 §8.5.1. */
    private boolean hasFittingTag(int chunk, int type, SctpFlow flow, int side) {
        switch (type) {
            case SctpState.INIT:
                return sctp.tag == 0;
            case SctpState.ABORT, SctpState.SHUTDOWN_COMPLETE:
                return flow.hasTag(sctp.hasSendersTag(chunk) ? 1 - side : side, sctp.tag);
            case SctpState.COOKIE_ECHO:
                return flow.hasTag(side, sctp.tag);
            case SctpState.COOKIE_ACK:
                flow.settle();
                return true;
            default:
                return true;
        }
    }

    private boolean noteTag(int chunk, int type, Connection connection, int after, int side) {
        SctpFlow flow = connection.sctp;
        if (type != SctpState.INIT && type != SctpState.INIT_ACK) {
            return true;
        }
        if (!sctp.hasInit(chunk)) {
            return false;
        }
        if (type == SctpState.INIT_ACK) {
            return flow.noteInitAck(side, sctp.initTag(chunk));
        }
        flow.noteInit(side, sctp.initTag(chunk));
        // A repeated INIT does not keep an unanswered association alive.
        renewsNothing |=
                after == SctpState.CLOSED && flow.state == SctpState.CLOSED && connection.has(Connection.CONFIRMED);
        return true;
    }
}
