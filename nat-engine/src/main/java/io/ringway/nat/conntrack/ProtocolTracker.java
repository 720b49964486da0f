package io.ringway.nat.conntrack;

/** The rules of one transport protocol: what its packets do to their connection. */
interface ProtocolTracker {
    /**
     * Judges a packet that was found to belong to this connection, moves the connection's state and renews its timeout.
     *
     * @param reply whether the packet travels in the reply direction
     */
    Verdict packet(Connection connection, PacketView packet, boolean reply);

    /** Whether it gets as far as to the checksum of such a packet. */
    default boolean sums(PacketView packet) {
        return true;
    }
}
