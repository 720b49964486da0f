package io.ringway.nat.conntrack;

import io.ringway.nat.NamespaceView;
import io.ringway.packet.Frame;
import io.ringway.packet.Ipv4Header;

/** The last step of a first packet: its connection enters the table, or loses against one that came first. */
final class Confirmation {
    private final ConnectionTable table;

    Confirmation(ConnectionTable table) {
        this.table = table;
    }

    /**
     * The connection of a packet that made it enters the table ({@code nf_conntrack_confirm()}), unless it is there.
     *
     * @return false if another one with the same tuple came first and the packet is to be dropped
     */
    boolean confirm(Frame frame, NamespaceView view) {
        Connection connection = (Connection) frame.connection();
        if (connection == null
                || connection.has(Connection.CONFIRMED)
                || ConnectionInfo.isReply(frame.connectionInfo())) {
            return true;
        }
        if (connection.has(Connection.DYING)) {
            table.statistics().insertFailed++;
            return false;
        }
        long nowNs = view.nowNs();
        Connection rival = TupleOwner.ofBoth(table, connection, nowNs);
        if (rival != null) {
            return resolve(connection, rival, frame, nowNs);
        }
        connection.timeoutNs += nowNs;
        connection.status |= Connection.CONFIRMED;
        if (connection.startedNs == 0) {
            connection.startedNs = view.wallNs();
        }
        connection.note(TrackingEvent.NEW);
        table.add(connection, nowNs);
        return true;
    }

    private boolean resolve(Connection loser, Connection winner, Frame frame, long nowNs) {
        Statistics statistics = table.statistics();
        if (settleClash(loser, winner, frame, nowNs)) {
            statistics.clashResolve++;
            return true;
        }
        statistics.drop++;
        statistics.insertFailed++;
        return false;
    }

    /** {@code nf_ct_resolve_clash()}: two packets of one flow were both held between tracking and here. */
    private boolean settleClash(Connection loser, Connection winner, Frame frame, long nowNs) {
        if (!allowsClash(winner.protocol())) {
            return false;
        }
        if (isSameFlow(winner, loser)) {
            if (winner.counters != null && loser.counters != null) {
                winner.counters[0] += loser.counters[0];
                winner.counters[1] += loser.counters[1];
            }
            frame.setConnection(winner, frame.connectionInfo());
            return true;
        }
        if (table.find(loser.replyAddresses, loser.replyRest, nowNs) != null) {
            return false;
        }
        // The answer to this one packet has to find its way back, soon; then the winner serves alone.
        loser.timeoutNs = nowNs + Connection.SECOND_NS;
        loser.status |= Connection.FIXED_TIMEOUT | Connection.NAT_CLASH | Connection.CONFIRMED;
        table.addReply(loser, nowNs);
        return true;
    }

    static boolean allowsClash(int protocol) {
        return protocol != Ipv4Header.PROTOCOL_TCP
                && protocol != Ipv4Header.PROTOCOL_ICMP
                && protocol != Tuple.PROTOCOL_SCTP;
    }

    private static boolean isSameFlow(Connection one, Connection other) {
        boolean alike = one.originalAddresses == other.originalAddresses
                && one.originalRest == other.originalRest
                && one.replyAddresses == other.replyAddresses
                && one.replyRest == other.replyRest;
        boolean crossed = one.originalAddresses == other.replyAddresses
                && one.originalRest == other.replyRest
                && one.replyAddresses == other.originalAddresses
                && one.replyRest == other.originalRest;
        return alike || crossed;
    }
}
