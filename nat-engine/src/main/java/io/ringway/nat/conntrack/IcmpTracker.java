package io.ringway.nat.conntrack;

import io.ringway.packet.IcmpHeader;

/** ICMP ({@code nf_conntrack_proto_icmp.c}): queries are flows, errors belong to the flow of the packet they quote. */
final class IcmpTracker implements ProtocolTracker {
    private final Settings settings;
    private final ConnectionTable table;
    private final PacketView quoted = new PacketView();

    IcmpTracker(Settings settings, ConnectionTable table) {
        this.settings = settings;
        this.table = table;
    }

    @Override
    public Verdict packet(Connection connection, PacketView packet, boolean reply) {
        int type = connection.originalDestinationPort() >>> 8;
        boolean query = type == IcmpHeader.ECHO_REQUEST
                || type == IcmpHeader.TIMESTAMP
                || type == IcmpHeader.INFO_REQUEST
                || type == IcmpHeader.ADDRESS_MASK;
        if (!query) {
            return Verdict.INVALID;
        }
        connection.refresh(packet, reply, settings.icmpTimeoutNs);
        return Verdict.ACCEPT;
    }

    /**
     * Looks at a message before its tuple is looked up; an error gets the connection that it is about.
     *
     * @return false if the message is INVALID ({@code nf_conntrack_icmpv4_error()})
     */
    boolean precheck(PacketView packet) {
        if (packet.transportLength() < IcmpHeader.LENGTH
                || (packet.verifiesChecksum && !packet.hasGoodIcmpChecksum())) {
            return false;
        }
        int type = IcmpHeader.type(packet.frame, packet.transport);
        if (type > IcmpHeader.HIGHEST_KNOWN_TYPE) {
            return false;
        }
        return !IcmpHeader.isError(type) || relate(packet);
    }

    /** {@code nf_conntrack_inet_error()}: the error has to be addressed to where the quoted packet came from. */
    private boolean relate(PacketView error) {
        if (!quoted.quoted(error, error.transport + IcmpHeader.LENGTH) || !quoted.readTuple()) {
            return false;
        }
        long addresses = Tuple.invertAddresses(quoted.addresses);
        long rest = Tuple.invertRest(quoted.rest);
        Connection connection = rest == Tuple.NONE ? null : table.find(addresses, rest, error.zone, error.nowNs);
        int addressee = error.frame.i32(error.network + 16);
        if (connection == null || addressee != Tuple.destination(addresses)) {
            return false;
        }
        byte info = table.foundReply() ? ConnectionInfo.RELATED_REPLY : ConnectionInfo.RELATED;
        error.frame.setConnection(connection, info);
        return true;
    }
}
