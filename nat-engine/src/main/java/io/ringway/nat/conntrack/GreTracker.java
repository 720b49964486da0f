package io.ringway.nat.conntrack;

/** GRE ({@code nf_conntrack_gre_packet()}): an answered flow is a stream at once. */
final class GreTracker implements ProtocolTracker {
    private final Settings settings;

    GreTracker(Settings settings) {
        this.settings = settings;
    }

    @Override
    public Verdict packet(Connection connection, PacketView packet, boolean reply) {
        boolean stream = connection.has(Connection.SEEN_REPLY);
        connection.refresh(packet, reply, stream ? settings.greStreamTimeoutNs : settings.greTimeoutNs);
        if (stream && !connection.has(Connection.NAT_CLASH)) {
            connection.assure();
        }
        return Verdict.ACCEPT;
    }
}
