package io.ringway.nat.conntrack;

import io.ringway.packet.UdpHeader;

/**
 * UDP-Lite ({@code nf_conntrack_udplite_packet()}): UDP whose length field says how much the checksum covers (RFC 3828
 * §3.1). An answered flow is a stream at once. The kernel checks the sum as if the protocol were UDP; so does this.
 */
final class UdpLiteTracker implements ProtocolTracker {
    private final Settings settings;

    UdpLiteTracker(Settings settings) {
        this.settings = settings;
    }

    @Override
    public Verdict packet(Connection connection, PacketView packet, boolean reply) {
        if (isBroken(packet)) {
            return Verdict.INVALID;
        }
        boolean stream = connection.has(Connection.SEEN_REPLY);
        connection.refresh(packet, reply, stream ? settings.udpStreamTimeoutNs : settings.udpTimeoutNs);
        if (stream && !connection.has(Connection.NAT_CLASH)) {
            connection.assure();
        }
        return Verdict.ACCEPT;
    }

    private static boolean isBroken(PacketView packet) {
        int available = packet.transportLength();
        if (available < UdpHeader.LENGTH) {
            return true;
        }
        int covered = UdpHeader.length(packet.frame, packet.transport);
        if (covered == 0) {
            covered = available;
        }
        return covered < UdpHeader.LENGTH
                || covered > available
                || UdpHeader.checksum(packet.frame, packet.transport) == 0
                || (packet.verifiesChecksum && !packet.hasGoodUdpChecksum(covered));
    }
}
