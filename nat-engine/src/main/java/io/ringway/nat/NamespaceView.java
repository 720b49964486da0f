package io.ringway.nat;

import io.ringway.packet.Frame;

/** What rules and NAT may ask of the namespace that they stand in; implemented by the forwarding plane. */
public interface NamespaceView {
    /** Name of an interface, "" for ifindex 0. Always the same String object while the interface keeps its name. */
    String interfaceName(int ifindex);

    /**
     * Type of an IPv4 address ({@code inet_addr_type_dev_table()}).
     *
     * @param ifindex restricts the answer to what this interface has configured; 0 asks the whole namespace
     */
    AddressType addressType(int address, int ifindex);

    /**
     * The source address that MASQUERADE uses on this interface towards this neighbour ({@code inet_select_addr()} with
     * universe scope); 0 when the interface has none.
     */
    int masqueradeAddress(int egressIfindex, int nextHop);

    /**
     * Looks again for the way of a packet made here, whose header or mark a rule changed
     * ({@code netfilter.c:ip_route_me_harder()}).
     *
     * @return false when there is none
     */
    boolean routeAgain(Frame frame);

    /** Virtual time. */
    long nowNs();
}
