package io.ringway.nat.conntrack;

/** What ctnetlink says of a connection ({@code nf_conntrack_netlink.c}), in a listing and in an event. */
final class FlowDump {
    /** Of a dump's own reference to a connection, and of one more where it was looked up by its tuple. */
    static final int LISTED = 1;

    static final int LOOKED_UP = 2;

    private FlowDump() {}

    /** {@code ctnetlink_fill_info()}. */
    static FlowMessage of(Connection connection, long nowNs, int uses) {
        FlowMessage message = FlowMessage.tuplesOf(connection);
        message.set(FlowAttribute.STATUS, connection.status);
        message.set(FlowAttribute.TIMEOUT, connection.secondsLeft(nowNs));
        putCounters(message, connection);
        putTimes(message, connection);
        message.set(FlowAttribute.MARK, Integer.toUnsignedLong(connection.mark));
        message.set(FlowAttribute.ID, id(connection));
        message.set(FlowAttribute.USE, uses);
        putState(message, connection, true);
        putHelper(message, connection);
        return message;
    }

    /** {@code ctnetlink_conntrack_event()}. */
    static FlowMessage event(Connection connection, long nowNs, int events) {
        boolean ended = (events & TrackingEvent.DESTROY) != 0;
        FlowMessage message = FlowMessage.tuplesOf(connection);
        message.set(FlowAttribute.ID, id(connection));
        message.set(FlowAttribute.STATUS, connection.status);
        long seconds = connection.secondsLeft(nowNs);
        if (!ended || seconds != 0) {
            message.set(FlowAttribute.TIMEOUT, seconds);
        }
        if (ended) {
            putCounters(message, connection);
            putTimes(message, connection);
        }
        if (ended || (events & TrackingEvent.PROTOCOL) != 0) {
            putState(message, connection, !ended);
        }
        if ((events & TrackingEvent.NEW) != 0) {
            putHelper(message, connection);
        }
        if (connection.mark != 0 || (events & TrackingEvent.MARK) != 0) {
            message.set(FlowAttribute.MARK, Integer.toUnsignedLong(connection.mark));
        }
        return message;
    }

    private static void putCounters(FlowMessage message, Connection connection) {
        if (connection.counters != null) {
            message.set(FlowAttribute.ORIGINAL_PACKETS, connection.packets(false));
            message.set(FlowAttribute.ORIGINAL_BYTES, connection.bytes(false));
            message.set(FlowAttribute.REPLY_PACKETS, connection.packets(true));
            message.set(FlowAttribute.REPLY_BYTES, connection.bytes(true));
        }
    }

    private static void putHelper(FlowMessage message, Connection connection) {
        if (connection.help != null) {
            message.set(FlowAttribute.HELPER, connection.help.helper.ordinal());
        }
    }

    private static void putTimes(FlowMessage message, Connection connection) {
        if (connection.startedNs >= 0) {
            message.set(FlowAttribute.START, connection.startedNs);
            if (connection.stoppedNs >= 0) {
                message.set(FlowAttribute.STOP, connection.stoppedNs);
            }
        }
    }

    private static void putState(FlowMessage message, Connection connection, boolean tags) {
        if (connection.tcp != null) {
            message.set(FlowAttribute.TCP_STATE, connection.tcp.state);
        } else if (connection.sctp != null) {
            message.set(FlowAttribute.SCTP_STATE, connection.sctp.state);
            if (tags) {
                message.set(FlowAttribute.ORIGINAL_TAG, Integer.toUnsignedLong(connection.sctp.tag(0)));
                message.set(FlowAttribute.REPLY_TAG, Integer.toUnsignedLong(connection.sctp.tag(1)));
            }
        }
    }

    /** The kernel's is a hash with a seed of its own ({@code nf_ct_get_id()}). */
    private static long id(Connection connection) {
        return Integer.toUnsignedLong(Tuple.hash(connection.originalAddresses, connection.originalRest));
    }
}
