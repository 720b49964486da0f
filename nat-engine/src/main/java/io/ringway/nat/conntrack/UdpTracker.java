package io.ringway.nat.conntrack;

import io.ringway.packet.UdpHeader;

/** UDP ({@code nf_conntrack_udp_packet()}): a flow that is answered and older than two seconds is a stream. */
final class UdpTracker implements ProtocolTracker {
    private static final long STREAM_AGE_NS = 2 * Connection.SECOND_NS;

    private final Settings settings;

    UdpTracker(Settings settings) {
        this.settings = settings;
    }

    @Override
    public Verdict packet(Connection connection, PacketView packet, boolean reply) {
        if (isBroken(packet)) {
            return Verdict.INVALID;
        }
        if (!connection.has(Connection.CONFIRMED)) {
            connection.streamFromNs = packet.nowNs + STREAM_AGE_NS;
        }
        boolean stream = connection.has(Connection.SEEN_REPLY) && packet.nowNs > connection.streamFromNs;
        connection.refresh(packet, reply, stream ? settings.udpStreamTimeoutNs : settings.udpTimeoutNs);
        if (stream && !connection.has(Connection.NAT_CLASH)) {
            connection.assure();
        }
        return Verdict.ACCEPT;
    }

    /** {@code udp_error()}; no checksum is as good as a right one. */
    private static boolean isBroken(PacketView packet) {
        return !hasSoundLength(packet)
                || (hasChecksum(packet) && packet.verifiesChecksum && !packet.hasGoodTransportChecksum());
    }

    @Override
    public boolean sums(PacketView packet) {
        return hasSoundLength(packet) && hasChecksum(packet);
    }

    private static boolean hasSoundLength(PacketView packet) {
        int available = packet.transportLength();
        if (available < UdpHeader.LENGTH) {
            return false;
        }
        int length = UdpHeader.length(packet.frame, packet.transport);
        return length >= UdpHeader.LENGTH && length <= available;
    }

    private static boolean hasChecksum(PacketView packet) {
        return UdpHeader.checksum(packet.frame, packet.transport) != 0;
    }
}
