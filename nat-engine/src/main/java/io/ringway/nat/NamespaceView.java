package io.ringway.nat;

import io.ringway.packet.Frame;

/** What rules and NAT may ask of the namespace that they stand in; implemented by the forwarding plane. */
public interface NamespaceView {
    /** Instead of a level: not for the kernel's log. */
    int LOG_BY_NETLINK = -1;

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

    /** The first address of an interface, whatever its scope ({@code in_dev->ifa_list}); 0 when it has none. */
    int firstAddress(int ifindex);

    /**
     * Looks again for the way of a packet made here, whose header or mark a rule changed
     * ({@code netfilter.c:ip_route_me_harder()}).
     *
     * @return false when there is none
     */
    boolean routeAgain(Frame frame);

    /**
     * What the packet's route lets through at once, and what the way back to its source does, whichever is less;
     * the second counts only where there is one ({@code xt_TCPMSS.c:tcpmss_mangle_packet()}).
     */
    int mtuBothWays(Frame frame);

    /**
     * Sends a copy of the packet to that gateway ({@code nf_dup_ipv4.c:nf_dup_ipv4()}), out before the packet itself goes on.
     *
     * @param out name of the interface that it has to leave by, "" for any
     */
    void duplicate(Frame frame, Hook hook, int gateway, String out);

    /** Whether somebody reads what rules log; where nobody does, no line is made. */
    default boolean isLogging() {
        return false;
    }

    /**
     * A rule logs the packet.
     *
     * @param level of syslog, 0 to 7; {@link #LOG_BY_NETLINK} for what goes to a program of the user's
     */
    default void log(Frame frame, int level, String line) {}

    /**
     * Whether the packet's source is routed to where the packet came in ({@code ipt_rpfilter.c:rpfilter_mt()}).
     *
     * @param anyInterface whether any other way will do
     * @param byMark whether the packet's mark chooses the way
     * @param acceptsLocal whether an address of this namespace may come in
     */
    boolean leadsBack(Frame frame, boolean anyInterface, boolean byMark, boolean acceptsLocal);

    /** Whether a socket of this namespace, bound to no address, hears UDP at that port. */
    boolean hasUdpSocket(int port);

    /** Whether somebody wants to know of the ports that NAT draws. */
    default boolean watchesDraws() {
        return false;
    }

    /** NAT drew a port; told only where somebody wants to know. */
    default void drew(PortDraw draw) {}

    /** Virtual time. */
    long nowNs();

    /** When a timer of the kernel that is set now for then is seen to have ended: not earlier, maybe later. */
    default long timerEndNs(long deadlineNs) {
        return deadlineNs;
    }

    /** The same as nanoseconds since 1970. */
    long wallNs();
}
