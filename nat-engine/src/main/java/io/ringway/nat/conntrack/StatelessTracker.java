package io.ringway.nat.conntrack;

/** Protocols without a tracker of their own: any packet starts or prolongs a flow ({@code nf_conntrack_proto_generic.c}). */
final class StatelessTracker implements ProtocolTracker {
    private final Settings settings;

    StatelessTracker(Settings settings) {
        this.settings = settings;
    }

    @Override
    public Verdict packet(Connection connection, PacketView packet, boolean reply) {
        connection.refresh(packet, reply, settings.genericTimeoutNs);
        return Verdict.ACCEPT;
    }
}
