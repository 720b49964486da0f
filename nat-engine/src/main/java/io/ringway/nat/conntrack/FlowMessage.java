package io.ringway.nat.conntrack;

import io.ringway.packet.Ipv4Header;

/**
 * A set of attributes of one connection ({@code struct nf_conntrack} of libnetfilter_conntrack): what a listing shows, what an
 * event tells, what a command asks for. An attribute that is not there reads as 0.
 */
public final class FlowMessage {
    private static final int COUNT = FlowAttribute.values().length;
    private static final int IPV4 = 2;

    private final long[] values = new long[COUNT];
    private long present;

    public boolean has(FlowAttribute attribute) {
        return (present >>> attribute.ordinal() & 1) != 0;
    }

    public long get(FlowAttribute attribute) {
        return values[attribute.ordinal()];
    }

    public int number(FlowAttribute attribute) {
        return (int) values[attribute.ordinal()];
    }

    public FlowMessage set(FlowAttribute attribute, long value) {
        values[attribute.ordinal()] = value;
        present |= 1L << attribute.ordinal();
        return this;
    }

    public void unset(FlowAttribute attribute) {
        values[attribute.ordinal()] = 0;
        present &= ~(1L << attribute.ordinal());
    }

    /** Takes over an attribute that the other one has. */
    public void copy(FlowMessage other, FlowAttribute attribute) {
        if (other.has(attribute)) {
            set(attribute, other.get(attribute));
        }
    }

    /** Whether any of these bits of {@code enum ip_conntrack_status} is said to be set. */
    public boolean hasStatus(int bits) {
        return (get(FlowAttribute.STATUS) & bits) != 0;
    }

    /** The inverse of the original direction as reply ({@code NFCT_SOPT_SETUP_REPLY}). */
    public void invertOriginal() {
        set(FlowAttribute.REPLY_FAMILY, get(FlowAttribute.ORIGINAL_FAMILY));
        set(FlowAttribute.REPLY_PROTOCOL, get(FlowAttribute.ORIGINAL_PROTOCOL));
        set(FlowAttribute.REPLY_SOURCE, get(FlowAttribute.ORIGINAL_DESTINATION));
        set(FlowAttribute.REPLY_DESTINATION, get(FlowAttribute.ORIGINAL_SOURCE));
        set(FlowAttribute.REPLY_SOURCE_PORT, get(FlowAttribute.ORIGINAL_DESTINATION_PORT));
        set(FlowAttribute.REPLY_DESTINATION_PORT, get(FlowAttribute.ORIGINAL_SOURCE_PORT));
    }

    /** The inverse of the reply direction as original ({@code NFCT_SOPT_SETUP_ORIGINAL}). */
    public void invertReply() {
        set(FlowAttribute.ORIGINAL_FAMILY, get(FlowAttribute.REPLY_FAMILY));
        set(FlowAttribute.ORIGINAL_SOURCE, get(FlowAttribute.REPLY_DESTINATION));
        set(FlowAttribute.ORIGINAL_DESTINATION, get(FlowAttribute.REPLY_SOURCE));
        set(FlowAttribute.ORIGINAL_SOURCE_PORT, get(FlowAttribute.REPLY_DESTINATION_PORT));
        set(FlowAttribute.ORIGINAL_DESTINATION_PORT, get(FlowAttribute.REPLY_SOURCE_PORT));
    }

    /** Whether source NAT was set up and changed the address ({@code NFCT_GOPT_IS_SNAT}). */
    public boolean isSourceTranslated() {
        return mayBe(Connection.SRC_NAT_DONE)
                && get(FlowAttribute.REPLY_DESTINATION) != get(FlowAttribute.ORIGINAL_SOURCE);
    }

    public boolean isSourcePortTranslated() {
        return mayBe(Connection.SRC_NAT_DONE)
                && get(FlowAttribute.REPLY_DESTINATION_PORT)
                                + kind(FlowAttribute.REPLY_ICMP_TYPE, FlowAttribute.REPLY_ICMP_CODE)
                        != get(FlowAttribute.ORIGINAL_SOURCE_PORT) + get(FlowAttribute.ICMP_ID);
    }

    public boolean isDestinationTranslated() {
        return mayBe(Connection.DST_NAT_DONE)
                && get(FlowAttribute.REPLY_SOURCE) != get(FlowAttribute.ORIGINAL_DESTINATION);
    }

    public boolean isDestinationPortTranslated() {
        return mayBe(Connection.DST_NAT_DONE)
                && get(FlowAttribute.REPLY_SOURCE_PORT) + get(FlowAttribute.REPLY_ICMP_ID)
                        != get(FlowAttribute.ORIGINAL_DESTINATION_PORT)
                                + kind(FlowAttribute.ICMP_TYPE, FlowAttribute.ICMP_CODE);
    }

    /** Where the library compares ports, those of ICMP are its id, and type and code: hardly ever the same. */
    private long kind(FlowAttribute type, FlowAttribute code) {
        return get(type) << 8 | get(code);
    }

    private boolean mayBe(int done) {
        return !has(FlowAttribute.STATUS) || hasStatus(done);
    }

    public boolean isIpv4() {
        return get(FlowAttribute.ORIGINAL_FAMILY) == IPV4;
    }

    /** Both tuples of a connection, with its zone. */
    static FlowMessage tuplesOf(Connection connection) {
        FlowMessage message = new FlowMessage();
        message.set(FlowAttribute.ORIGINAL_FAMILY, IPV4);
        message.set(FlowAttribute.REPLY_FAMILY, IPV4);
        message.set(FlowAttribute.ORIGINAL_SOURCE, connection.originalSource());
        message.set(FlowAttribute.ORIGINAL_DESTINATION, connection.originalDestination());
        message.set(FlowAttribute.REPLY_SOURCE, connection.replySource());
        message.set(FlowAttribute.REPLY_DESTINATION, connection.replyDestination());
        message.set(FlowAttribute.ORIGINAL_PROTOCOL, connection.protocol());
        message.set(FlowAttribute.REPLY_PROTOCOL, connection.protocol());
        message.setPorts(connection);
        message.setZones(Tuple.zone(connection.originalRest), Tuple.zone(connection.replyRest));
        return message;
    }

    private void setPorts(Connection connection) {
        if (connection.protocol() == Ipv4Header.PROTOCOL_ICMP) {
            set(FlowAttribute.ICMP_TYPE, connection.originalDestinationPort() >>> 8);
            set(FlowAttribute.ICMP_CODE, connection.originalDestinationPort() & 0xff);
            set(FlowAttribute.ICMP_ID, connection.originalSourcePort());
            set(FlowAttribute.REPLY_ICMP_TYPE, connection.replyDestinationPort() >>> 8);
            set(FlowAttribute.REPLY_ICMP_CODE, connection.replyDestinationPort() & 0xff);
            set(FlowAttribute.REPLY_ICMP_ID, connection.replySourcePort());
        } else if (Tuple.hasPorts(connection.protocol())) {
            set(FlowAttribute.ORIGINAL_SOURCE_PORT, connection.originalSourcePort());
            set(FlowAttribute.ORIGINAL_DESTINATION_PORT, connection.originalDestinationPort());
            set(FlowAttribute.REPLY_SOURCE_PORT, connection.replySourcePort());
            set(FlowAttribute.REPLY_DESTINATION_PORT, connection.replyDestinationPort());
        }
    }

    private void setZones(int original, int reply) {
        if (original != 0 && original == reply) {
            set(FlowAttribute.ZONE, original);
        } else if (original != 0) {
            set(FlowAttribute.ORIGINAL_ZONE, original);
        } else if (reply != 0) {
            set(FlowAttribute.REPLY_ZONE, reply);
        }
    }
}
