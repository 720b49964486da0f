package io.ringway.nat.conntrack;

import io.ringway.packet.IcmpHeader;
import io.ringway.packet.Ipv4Header;

/**
 * What names one direction of a connection ({@code struct nf_conntrack_tuple}), packed into two numbers so that a lookup
 * makes no object.
 *
 * <pre>
 *   addresses   63..32 source      31..0 destination
 *   rest        55..40 zone     39..24 source port 23..8 destination port            7..0 protocol
 *               ICMP:  identifier        type << 8 | code
 * </pre>
 */
final class Tuple {
    /** Unknown to this kernel's conntrack, so that its ports are 0; but {@code conntrack} prints them. */
    static final int PROTOCOL_DCCP = 33;

    static final int PROTOCOL_GRE = 47;

    /** Never valid within IPv4. */
    static final int PROTOCOL_ICMPV6 = 58;

    static final int PROTOCOL_SCTP = 132;
    static final int PROTOCOL_UDPLITE = 136;

    /** Instead of {@code rest}: there is no such tuple. */
    static final long NONE = -1;

    private static final int ZONE_SHIFT = 40;
    private static final long ZONE_BITS = 0xffffL << ZONE_SHIFT;

    private Tuple() {}

    static long addresses(int source, int destination) {
        return (long) source << 32 | (destination & 0xffff_ffffL);
    }

    static long rest(int sourcePort, int destinationPort, int protocol) {
        return (long) sourcePort << 24 | (long) destinationPort << 8 | protocol;
    }

    static int source(long addresses) {
        return (int) (addresses >>> 32);
    }

    static int destination(long addresses) {
        return (int) addresses;
    }

    static int sourcePort(long rest) {
        return (int) (rest >>> 24) & 0xffff;
    }

    static int destinationPort(long rest) {
        return (int) (rest >>> 8) & 0xffff;
    }

    static int protocol(long rest) {
        return (int) rest & 0xff;
    }

    static long withSource(long addresses, int source) {
        return addresses(source, destination(addresses));
    }

    static long withDestination(long addresses, int destination) {
        return addresses(source(addresses), destination);
    }

    static long withSourcePort(long rest, int port) {
        return (rest & ZONE_BITS) | rest(port, destinationPort(rest), protocol(rest));
    }

    static long withDestinationPort(long rest, int port) {
        return (rest & ZONE_BITS) | rest(sourcePort(rest), port, protocol(rest));
    }

    static long invertAddresses(long addresses) {
        return Long.rotateLeft(addresses, 32);
    }

    static int zone(long rest) {
        return (int) (rest >>> ZONE_SHIFT);
    }

    static long withZone(long rest, int zone) {
        return (rest & ~ZONE_BITS) | ((long) zone << ZONE_SHIFT);
    }

    /** The {@code rest} of the answer in the same zone ({@code nf_ct_invert_tuple()}); {@link #NONE} for an ICMP type that has none. */
    static long invertRest(long rest) {
        if (protocol(rest) != Ipv4Header.PROTOCOL_ICMP) {
            return (rest & ZONE_BITS) | rest(destinationPort(rest), sourcePort(rest), protocol(rest));
        }
        int type = destinationPort(rest) >>> 8;
        int answer = answerTo(type);
        return answer < 0
                ? NONE
                : (rest & ZONE_BITS)
                        | rest(
                                sourcePort(rest),
                                answer << 8 | (destinationPort(rest) & 0xff),
                                Ipv4Header.PROTOCOL_ICMP);
    }

    /** {@code nf_conntrack_proto_icmp.c}: the table of queries and answers, usable both ways. */
    private static int answerTo(int icmpType) {
        return switch (icmpType) {
            case IcmpHeader.ECHO_REQUEST -> IcmpHeader.ECHO_REPLY;
            case IcmpHeader.ECHO_REPLY -> IcmpHeader.ECHO_REQUEST;
            case IcmpHeader.TIMESTAMP -> IcmpHeader.TIMESTAMP_REPLY;
            case IcmpHeader.TIMESTAMP_REPLY -> IcmpHeader.TIMESTAMP;
            case IcmpHeader.INFO_REQUEST -> IcmpHeader.INFO_REPLY;
            case IcmpHeader.INFO_REPLY -> IcmpHeader.INFO_REQUEST;
            case IcmpHeader.ADDRESS_MASK -> IcmpHeader.ADDRESS_MASK_REPLY;
            case IcmpHeader.ADDRESS_MASK_REPLY -> IcmpHeader.ADDRESS_MASK;
            default -> -1;
        };
    }

    /** Whether the tool shows ports, or keys as such, of this protocol. */
    static boolean hasPorts(int protocol) {
        return switch (protocol) {
            case Ipv4Header.PROTOCOL_TCP,
                    Ipv4Header.PROTOCOL_UDP,
                    PROTOCOL_UDPLITE,
                    PROTOCOL_SCTP,
                    PROTOCOL_DCCP,
                    PROTOCOL_GRE -> true;
            default -> false;
        };
    }

    /** A well mixed number for a table; the same in every run. */
    static int hash(long addresses, long rest) {
        long mixed = (addresses ^ (rest * 0x9e37_79b9_7f4a_7c15L)) * 0xbf58_476d_1ce4_e5b9L;
        return (int) (((mixed ^ (mixed >>> 29)) * 0x94d0_49bb_1331_11ebL) >>> 32);
    }
}
