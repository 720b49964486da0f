package io.ringway.nat.set;

/** What a set asks of an IPv4 packet that is held against it. */
public interface PacketFacts {
    int address(boolean source);

    int protocol();

    /**
     * The source or destination port; type and code of ICMP; 0 for protocols that have none; -1 where the packet does not
     * hold it ({@code ip_set_get_ip4_port()}).
     */
    int port(boolean source);

    /** The interface that it came by, or that it leaves by; "" when there is none. */
    String interfaceName(boolean incoming);

    int lengthBytes();
}
