package io.ringway.replay.conversation;

import io.ringway.packet.Checksum;
import io.ringway.packet.EthernetHeader;
import io.ringway.packet.Frame;
import io.ringway.packet.IcmpHeader;
import io.ringway.packet.Ipv4Header;
import io.ringway.packet.TcpHeader;
import io.ringway.packet.UdpHeader;

/**
 * Writes other ends into a packet: addresses and ports, or the ID of a query. Checksums are adjusted by what changed
 * (RFC 1624), so that one that was wrong stays wrong by as much; a packet that was cut short gets what it has room for.
 */
public final class PacketEnds {
    private static final int DCCP = 33;
    private static final int AT = EthernetHeader.LENGTH;

    private PacketEnds() {}

    /** Writes the ends of the packet that begins behind the Ethernet header. */
    public static void write(Frame frame, int source, int destination, int sourcePort, int destinationPort) {
        write(frame, AT, source, destination, sourcePort, destinationPort);
    }

    /**
     * The packet that an ICMP error quotes; 0 where it quotes none.
     *
     * @param at where the error's own IPv4 header is
     */
    public static int quotedAt(Frame frame, int at) {
        if (frame.length() < at + Ipv4Header.MIN_LENGTH
                || Ipv4Header.protocol(frame, at) != Ipv4Header.PROTOCOL_ICMP
                || Ipv4Header.fragmentOffset(frame, at) != 0) {
            return 0;
        }
        int icmp = at + Ipv4Header.headerLength(frame, at);
        int quoted = icmp + IcmpHeader.LENGTH;
        boolean quotes = frame.length() >= quoted + Ipv4Header.MIN_LENGTH
                && IcmpHeader.isError(IcmpHeader.type(frame, icmp))
                && Ipv4Header.hasSoundStart(frame, quoted);
        return quotes ? quoted : 0;
    }

    /** Writes the ends of the quoted packet, and adjusts the checksum of the error around it. */
    public static void writeQuoted(
            Frame frame, int quoted, int source, int destination, int sourcePort, int destinationPort) {
        int bytes = frame.length() - quoted;
        int before = frame.sum(quoted, bytes);
        write(frame, quoted, source, destination, sourcePort, destinationPort);
        int field = quoted - IcmpHeader.LENGTH + IcmpHeader.CHECKSUM_OFFSET;
        frame.putU16(field, Checksum.update16(frame.u16(field), before, frame.sum(quoted, bytes)));
    }

    private static void write(Frame frame, int at, int source, int destination, int sourcePort, int destinationPort) {
        int oldSource = Ipv4Header.source(frame, at);
        int oldDestination = Ipv4Header.destination(frame, at);
        Ipv4Header.rewriteSource(frame, at, source);
        Ipv4Header.rewriteDestination(frame, at, destination);
        if (Ipv4Header.fragmentOffset(frame, at) != 0) {
            return;
        }
        int transport = at + Ipv4Header.headerLength(frame, at);
        int field = checksumField(Ipv4Header.protocol(frame, at));
        if (field != 0 && hasChecksum(frame, at, transport + field)) {
            int sum = frame.u16(transport + field);
            sum = Checksum.update32(sum, oldSource, source);
            sum = Checksum.update32(sum, oldDestination, destination);
            putChecksum(frame, at, transport + field, sum);
        }
        writePorts(frame, at, transport, field, sourcePort, destinationPort);
    }

    private static void writePorts(Frame frame, int at, int transport, int field, int sourcePort, int destinationPort) {
        switch (Ipv4Header.protocol(frame, at)) {
            case Ipv4Header.PROTOCOL_TCP, Ipv4Header.PROTOCOL_UDP -> {
                if (frame.length() >= transport + 4) {
                    put(frame, at, transport, transport + field, sourcePort);
                    put(frame, at, transport + 2, transport + field, destinationPort);
                }
            }
            case Ipv4Header.PROTOCOL_ICMP -> {
                if (frame.length() >= transport + IcmpHeader.LENGTH
                        && !IcmpHeader.isError(IcmpHeader.type(frame, transport))) {
                    put(frame, at, transport + 4, transport + IcmpHeader.CHECKSUM_OFFSET, sourcePort);
                }
            }
            default -> {}
        }
    }

    private static void put(Frame frame, int at, int where, int checksum, int value) {
        int before = frame.u16(where);
        if (before != value && hasChecksum(frame, at, checksum)) {
            putChecksum(frame, at, checksum, Checksum.update16(frame.u16(checksum), before, value));
        }
        frame.putU16(where, value);
    }

    /** A UDP datagram need not have one (RFC 768). */
    private static boolean hasChecksum(Frame frame, int at, int where) {
        return frame.length() >= where + 2
                && (Ipv4Header.protocol(frame, at) != Ipv4Header.PROTOCOL_UDP || frame.u16(where) != 0);
    }

    private static void putChecksum(Frame frame, int at, int where, int sum) {
        boolean zeroIsNone = Ipv4Header.protocol(frame, at) == Ipv4Header.PROTOCOL_UDP;
        frame.putU16(where, zeroIsNone && sum == 0 ? 0xffff : sum);
    }

    /** Where the checksum is that covers the addresses, 0 for a protocol without. */
    private static int checksumField(int protocol) {
        return switch (protocol) {
            case Ipv4Header.PROTOCOL_TCP -> TcpHeader.CHECKSUM_OFFSET;
            case Ipv4Header.PROTOCOL_UDP, Ipv4Header.PROTOCOL_UDP_LITE, DCCP -> UdpHeader.CHECKSUM_OFFSET;
            default -> 0;
        };
    }
}
