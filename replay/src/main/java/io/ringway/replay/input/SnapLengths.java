package io.ringway.replay.input;

import io.ringway.packet.EthernetHeader;
import io.ringway.packet.Frame;
import io.ringway.packet.IcmpHeader;
import io.ringway.packet.Ipv4Header;
import io.ringway.packet.TcpHeader;
import io.ringway.packet.UdpHeader;

/**
 * Gives IPv4 packets that a snapshot length cut their length again, as {@code tcprewrite --fixlen=pad} does: zeros stand
 * for what was not captured, and since nobody can check the checksum over it, it is made one that fits.
 */
final class SnapLengths {
    private static final int IP = EthernetHeader.LENGTH;

    private long filled;

    /** Packets that were given their length. */
    long filled() {
        return filled;
    }

    /** Leaves a frame as it is whose headers are cut. */
    void fill(Frame frame) {
        int missing = frame.history().missingBytes();
        if (missing == 0 || !hasHeaders(frame)) {
            return;
        }
        int captured = frame.length();
        frame.setLength(captured + missing);
        frame.fillZero(captured, missing);
        filled++;
        int transport = IP + Ipv4Header.headerLength(frame, IP);
        int field = checksumField(Ipv4Header.protocol(frame, IP));
        int end = IP + Ipv4Header.totalLength(frame, IP);
        boolean whole = !Ipv4Header.isFragment(frame, IP) && end > captured && end <= frame.length();
        if (whole && field >= 0 && !isUnchecked(frame, transport)) {
            OffloadedChecksums.complete(frame, transport, field);
        }
    }

    private static boolean hasHeaders(Frame frame) {
        if (frame.length() < IP + Ipv4Header.MIN_LENGTH || EthernetHeader.type(frame) != EthernetHeader.TYPE_IPV4) {
            return false;
        }
        int header = Ipv4Header.headerLength(frame, IP);
        int transport = Ipv4Header.fragmentOffset(frame, IP) != 0
                ? 0
                : switch (Ipv4Header.protocol(frame, IP)) {
                    case Ipv4Header.PROTOCOL_TCP -> TcpHeader.MIN_LENGTH;
                    case Ipv4Header.PROTOCOL_UDP, Ipv4Header.PROTOCOL_ICMP -> IcmpHeader.LENGTH;
                    default -> 0;
                };
        return header >= Ipv4Header.MIN_LENGTH && frame.length() >= IP + header + transport;
    }

    private static int checksumField(int protocol) {
        return switch (protocol) {
            case Ipv4Header.PROTOCOL_TCP -> TcpHeader.CHECKSUM_OFFSET;
            case Ipv4Header.PROTOCOL_UDP -> UdpHeader.CHECKSUM_OFFSET;
            case Ipv4Header.PROTOCOL_ICMP -> IcmpHeader.CHECKSUM_OFFSET;
            default -> -1;
        };
    }

    private static boolean isUnchecked(Frame frame, int transport) {
        return Ipv4Header.protocol(frame, IP) == Ipv4Header.PROTOCOL_UDP
                && frame.u16(transport + UdpHeader.CHECKSUM_OFFSET) == 0;
    }
}
