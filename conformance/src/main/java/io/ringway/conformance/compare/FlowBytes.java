package io.ringway.conformance.compare;

/**
 * Whose packet it is, by its IPv4 header and the first bytes behind it.
 *
 * @param sourcePort the identifier of an ICMP query or its answer
 * @param sourceAt offset of the source port or identifier
 * @param destinationAt offset of the destination port, -1 where there is none
 */
record FlowBytes(
        int protocol,
        int source,
        int sourcePort,
        int destination,
        int destinationPort,
        int sourceAt,
        int destinationAt) {
    static final int TCP = 6;
    static final int UDP = 17;
    static final int UDPLITE = 136;
    static final int SCTP = 132;
    private static final int NEEDED = 8;

    /**
     * Null for a packet without ports: another protocol, a later fragment, one that was cut short.
     *
     * @param at offset of its IPv4 header
     */
    static FlowBytes read(byte[] frame, int at) {
        if (frame.length < at + Ipv4Bytes.MIN_LENGTH) {
            return null;
        }
        int transport = at + Ipv4Bytes.headerLength(frame, at);
        boolean later = (Ipv4Bytes.u16(frame, at + 6) & 0x1fff) != 0;
        if (later || frame.length < transport + NEEDED) {
            return null;
        }
        int protocol = frame[at + Ipv4Bytes.PROTOCOL] & 0xff;
        int source = Ipv4Bytes.i32(frame, at + Ipv4Bytes.SOURCE);
        int destination = Ipv4Bytes.i32(frame, at + Ipv4Bytes.DESTINATION);
        if (protocol == TCP || protocol == UDP || protocol == UDPLITE || protocol == SCTP) {
            int sourcePort = Ipv4Bytes.u16(frame, transport);
            int destinationPort = Ipv4Bytes.u16(frame, transport + 2);
            return new FlowBytes(protocol, source, sourcePort, destination, destinationPort, transport, transport + 2);
        }
        int id = transport + 4;
        return protocol == Ipv4Bytes.ICMP && isQuery(frame[transport] & 0xff)
                ? new FlowBytes(protocol, source, Ipv4Bytes.u16(frame, id), destination, 0, id, -1)
                : null;
    }

    private static boolean isQuery(int icmpType) {
        return icmpType == 0 || icmpType == 8 || (icmpType >= 13 && icmpType <= 18);
    }

    /** Offset of the checksum of 16 bits, -1 where the packet was cut before it, or has none. */
    int checksumAt(byte[] frame) {
        int checksum = switch (protocol) {
            case TCP -> sourceAt + 16;
            case Ipv4Bytes.ICMP -> sourceAt - 2;
            default -> sourceAt + 6;
        };
        boolean without = protocol == SCTP || (protocol == UDP && Ipv4Bytes.u16(frame, checksum) == 0);
        return without || checksum + 2 > frame.length ? -1 : checksum;
    }
}
