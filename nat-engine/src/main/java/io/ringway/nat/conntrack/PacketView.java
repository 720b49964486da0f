package io.ringway.nat.conntrack;

import io.ringway.nat.Hook;
import io.ringway.packet.Checksum;
import io.ringway.packet.ChecksumState;
import io.ringway.packet.Frame;
import io.ringway.packet.IcmpHeader;
import io.ringway.packet.Ipv4Header;

/**
 * The packet that is being tracked, or one that an ICMP error quotes: where its parts are and its tuple, read once. One
 * instance serves all packets of a namespace in turn.
 */
final class PacketView {
    private static final int GRE_VERSION_MASK = 7;
    private static final int GRE_PROTOCOL_PPP = 0x880b;

    Frame frame;

    /** Offset of the IPv4 header. */
    int network;

    /** Offset of the transport header. */
    int transport;

    /** First offset behind the packet: what follows is padding of the link. */
    int end;

    int protocol;
    long addresses;
    long rest;

    /** As {@link TrackingZone} codes it; {@link #rest} has none. */
    int zone;

    long nowNs;

    /** Whether transport checksums are looked at: only those of packets from outside ({@code nf_checksum()}). */
    boolean verifiesChecksum;

    /** Takes in a packet at a hook. False if its transport header cannot be found ({@code ipv4_get_l4proto()}). */
    boolean at(Hook hook, Frame frame, long nowNs, boolean checksums) {
        int at = frame.networkOffset();
        this.nowNs = nowNs;
        zone = TrackingZone.of(frame);
        this.verifiesChecksum = checksums && hook == Hook.PREROUTING;
        return locate(frame, at, Math.min(frame.length(), at + Ipv4Header.totalLength(frame, at)));
    }

    /** Takes in the packet quoted at this offset of another one. */
    boolean quoted(PacketView error, int at) {
        return locate(error.frame, at, error.end);
    }

    private boolean locate(Frame packet, int at, int packetEnd) {
        frame = packet;
        network = at;
        end = packetEnd;
        if (packetEnd < at + Ipv4Header.MIN_LENGTH || Ipv4Header.fragmentOffset(packet, at) != 0) {
            return false;
        }
        protocol = Ipv4Header.protocol(packet, at);
        transport = at + Ipv4Header.headerLength(packet, at);
        return transport <= packetEnd;
    }

    int transportLength() {
        return end - transport;
    }

    /** Reads the tuple ({@code nf_ct_get_tuple()}). False if the packet is too short to have one. */
    boolean readTuple() {
        addresses = frame.i64(network + 12);
        switch (protocol) {
            case Ipv4Header.PROTOCOL_TCP, Ipv4Header.PROTOCOL_UDP, Tuple.PROTOCOL_UDPLITE, Tuple.PROTOCOL_SCTP -> {
                if (transportLength() < 4) {
                    return false;
                }
                rest = (frame.u32(transport) << 8) | protocol;
            }
            case Ipv4Header.PROTOCOL_ICMP -> {
                if (transportLength() < IcmpHeader.LENGTH) {
                    return false;
                }
                rest = Tuple.rest(IcmpHeader.id(frame, transport), frame.u16(transport), protocol);
            }
            case Tuple.PROTOCOL_GRE -> {
                return readGre();
            }
            case Tuple.PROTOCOL_ICMPV6 -> {
                return false;
            }
            default -> rest = protocol;
        }
        return true;
    }

    /** {@code gre_pkt_to_tuple()}: only the PPTP variant has a key, and its other side is known to a helper alone. */
    private boolean readGre() {
        rest = protocol;
        if (transportLength() < 8 || (frame.u16(transport) & GRE_VERSION_MASK) != 1) {
            return true;
        }
        rest = Tuple.rest(0, frame.u16(transport + 6), protocol);
        return frame.u16(transport + 2) == GRE_PROTOCOL_PPP;
    }

    /** Whether the TCP or UDP checksum, with its pseudo-header, is right ({@code nf_ip_checksum()}). */
    boolean hasGoodTransportChecksum() {
        long pseudoHeader = Checksum.pseudoHeader(
                Tuple.source(addresses), Tuple.destination(addresses), protocol, transportLength());
        return noted(Checksum.fold(pseudoHeader + frame.sum(transport, transportLength())));
    }

    /** Whether the checksum over the first so many bytes is right, with UDP's pseudo-header ({@code nf_checksum_partial()}). */
    boolean hasGoodUdpChecksum(int coveredBytes) {
        long pseudoHeader = Checksum.pseudoHeader(
                Tuple.source(addresses), Tuple.destination(addresses), Ipv4Header.PROTOCOL_UDP, transportLength());
        return noted(Checksum.fold(pseudoHeader + frame.sum(transport, coveredBytes)));
    }

    boolean hasGoodIcmpChecksum() {
        return noted(frame.sum(transport, transportLength()));
    }

    /** What is found out stays with the packet, over all namespaces ({@code skbuff.c:__skb_checksum_complete()}). */
    private boolean noted(int sum) {
        boolean good = sum == 0xffff;
        ChecksumState known = frame.checksum();
        if (good && known == ChecksumState.NONE) {
            frame.setChecksum(ChecksumState.VALID);
        } else if (!good && (known == ChecksumState.VALID || (known == ChecksumState.COMPLETE && sum != 0))) {
            frame.setChecksum(ChecksumState.NONE);
        }
        return good;
    }
}
