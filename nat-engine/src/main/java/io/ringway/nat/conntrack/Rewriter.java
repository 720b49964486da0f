package io.ringway.nat.conntrack;

import io.ringway.packet.Checksum;
import io.ringway.packet.Frame;
import io.ringway.packet.IcmpHeader;
import io.ringway.packet.Ipv4Header;
import io.ringway.packet.TcpHeader;
import io.ringway.packet.UdpHeader;

/**
 * Puts another address and port into a packet ({@code nf_nat_proto.c}). Checksums are adjusted, never recomputed
 * (RFC 1624): what was wrong stays wrong by the same amount. SCTP's alone is taken anew, and so mended.
 */
final class Rewriter {
    /** As far as the call of the PPTP variant. */
    private static final int GRE_BYTES = 8;

    private static final int GRE_VERSION_MASK = 7;
    private static final int PORTS_AT_LEAST = 8;

    private final SctpChecksum sctpChecksum = new SctpChecksum();

    /**
     * Rewrites the IPv4 packet whose header is at {@code network}: the packet itself, or one quoted in an ICMP error,
     * of which as little as eight bytes behind the IPv4 header may be there.
     *
     * @param end first offset behind the packet
     * @param source whether source address and port change, else those of the destination
     * @param port the new port; for ICMP queries the identifier
     * @return false if the packet is too short for it
     */
    boolean rewrite(Frame frame, int network, int end, boolean source, int address, int port) {
        int transport = network + Ipv4Header.headerLength(frame, network);
        int addressAt = network + (source ? 12 : 16);
        int oldAddress = frame.i32(addressAt);
        boolean rewritten = switch (Ipv4Header.protocol(frame, network)) {
            case Ipv4Header.PROTOCOL_TCP -> rewriteTcp(frame, transport, end, source, oldAddress, address, port);
            case Ipv4Header.PROTOCOL_UDP, Tuple.PROTOCOL_UDPLITE ->
                rewriteUdp(frame, transport, end, source, oldAddress, address, port);
            case Tuple.PROTOCOL_SCTP -> rewriteSctp(frame, transport, end, source, port);
            case Ipv4Header.PROTOCOL_ICMP -> rewriteIcmp(frame, transport, end, port);
            case Tuple.PROTOCOL_GRE -> rewriteGre(frame, transport, end, source, port);
            default -> true;
        };
        if (!rewritten) {
            return false;
        }
        join(frame, transport + headerBytes(Ipv4Header.protocol(frame, network), end - transport));
        if (source) {
            Ipv4Header.rewriteSource(frame, network, address);
        } else {
            Ipv4Header.rewriteDestination(frame, network, address);
        }
        return true;
    }

    /** How much of the transport header is written to, where so much is there. */
    private static int headerBytes(int protocol, int available) {
        int whole = switch (protocol) {
            case Ipv4Header.PROTOCOL_TCP -> TcpHeader.MIN_LENGTH;
            case Tuple.PROTOCOL_SCTP -> SctpPacket.HEADER_BYTES;
            case Ipv4Header.PROTOCOL_ICMP, Ipv4Header.PROTOCOL_UDP, Tuple.PROTOCOL_UDPLITE -> PORTS_AT_LEAST;
            default -> 0;
        };
        return available < whole ? PORTS_AT_LEAST : whole;
    }

    /** What is written to has to be in one piece ({@code skb_ensure_writable()}): fragments that came change their shape. */
    static void join(Frame frame, int end) {
        if (frame.fragments() != null) {
            int network = frame.networkOffset();
            frame.setFragments(frame.fragments().joined(end - network - Ipv4Header.headerLength(frame, network)));
        }
    }

    private static boolean rewriteTcp(
            Frame frame, int transport, int end, boolean source, int oldAddress, int address, int port) {
        if (end < transport + 8) {
            return false;
        }
        int portAt = transport + (source ? 0 : 2);
        int oldPort = frame.u16(portAt);
        frame.putU16(portAt, port);
        if (end >= transport + TcpHeader.MIN_LENGTH) {
            adjust(frame, transport + TcpHeader.CHECKSUM_OFFSET, oldAddress, address, oldPort, port);
        }
        return true;
    }

    private static boolean rewriteUdp(
            Frame frame, int transport, int end, boolean source, int oldAddress, int address, int port) {
        if (end < transport + UdpHeader.LENGTH) {
            return false;
        }
        int checksumAt = transport + UdpHeader.CHECKSUM_OFFSET;
        int portAt = transport + (source ? 0 : 2);
        int oldPort = frame.u16(portAt);
        if (frame.u16(checksumAt) != 0) {
            adjust(frame, checksumAt, oldAddress, address, oldPort, port);
            if (frame.u16(checksumAt) == 0) {
                // 0 would mean that there is no checksum (RFC 768).
                frame.putU16(checksumAt, 0xffff);
            }
        }
        frame.putU16(portAt, port);
        return true;
    }

    /** {@code sctp_manip_pkt()}: of a quoted packet, the sum is taken over what is quoted. */
    private boolean rewriteSctp(Frame frame, int transport, int end, boolean source, int port) {
        if (end < transport + 8) {
            return false;
        }
        frame.putU16(transport + (source ? 0 : 2), port);
        if (end >= transport + SctpPacket.HEADER_BYTES) {
            sctpChecksum.write(frame, transport, end);
        }
        return true;
    }

    private static boolean rewriteIcmp(Frame frame, int transport, int end, int id) {
        if (end < transport + IcmpHeader.LENGTH) {
            return false;
        }
        int type = IcmpHeader.type(frame, transport);
        boolean query = type == IcmpHeader.ECHO_REPLY
                || type == IcmpHeader.ECHO_REQUEST
                || (type >= IcmpHeader.TIMESTAMP && type <= IcmpHeader.ADDRESS_MASK_REPLY);
        if (query) {
            int checksumAt = transport + IcmpHeader.CHECKSUM_OFFSET;
            int oldId = IcmpHeader.id(frame, transport);
            frame.putU16(checksumAt, Checksum.update16(frame.u16(checksumAt), oldId, id));
            frame.putU16(transport + 4, id);
        }
        return true;
    }

    /** {@code gre_manip_pkt()}: only version 1 names its receiver's call, none its sender's; others than 0 and 1 are nobody's. */
    private static boolean rewriteGre(Frame frame, int transport, int end, boolean source, int call) {
        if (end < transport + GRE_BYTES) {
            return false;
        }
        int version = frame.u16(transport) & GRE_VERSION_MASK;
        if (!source && version == 1) {
            frame.putU16(transport + 6, call);
        }
        return source || version <= 1;
    }

    /** One step for address and port: ones' complement sums do not mind the order. */
    private static void adjust(Frame frame, int checksumAt, int oldAddress, int address, int oldPort, int port) {
        long sum = (~frame.u16(checksumAt) & 0xffffL)
                + (~oldAddress >>> 16 & 0xffffL)
                + (~oldAddress & 0xffffL)
                + (address >>> 16 & 0xffffL)
                + (address & 0xffffL)
                + (~oldPort & 0xffffL)
                + port;
        frame.putU16(checksumAt, Checksum.finish(sum));
    }
}
