package io.ringway.engine.route;

import io.ringway.packet.Frame;
import io.ringway.packet.Ipv4Header;

/**
 * What a route is asked for ({@code struct flowi4}): reused by whoever asks, so that asking allocates nothing. Interfaces
 * are ifindexes, 0 for none; a packet of this host comes in by the loopback.
 */
public final class Flow {
    static final int LOOPBACK = 1;
    private static final int DSCP_MASK = 0xfc;

    /** What the type of service was before there were code points: their lower three bits ({@code INET_DSCP_LEGACY_TOS_MASK}). */
    private static final int TOS_MASK = 0x1c;

    public int destination;
    public int source;
    int in = LOOPBACK;
    public int out;
    int mark;
    int tos;
    public int scope;
    public int protocol;
    int sourcePort;
    int destinationPort;
    public boolean ignoresLinkState;

    /** A question about an address alone, as this host asks it. */
    public Flow to(int address) {
        destination = address;
        source = 0;
        in = LOOPBACK;
        out = 0;
        mark = 0;
        tos = 0;
        scope = Scope.UNIVERSE;
        protocol = 0;
        sourcePort = 0;
        destinationPort = 0;
        ignoresLinkState = false;
        return this;
    }

    public Flow from(int address) {
        source = address;
        return this;
    }

    public Flow in(int ifindex) {
        in = ifindex;
        return this;
    }

    public Flow out(int ifindex) {
        out = ifindex;
        return this;
    }

    public Flow mark(int value) {
        mark = value;
        return this;
    }

    /** Whether a rule or route for that type of service, 0 for any, is meant ({@code ip_fib.h:fib_dscp_masked_match()}). */
    public boolean hasService(int wanted) {
        return wanted == 0 || wanted == (tos & TOS_MASK);
    }

    /** ECN bits do not count ({@code inet_dsfield_to_dscp()}). */
    public Flow tos(int value) {
        tos = value & DSCP_MASK;
        return this;
    }

    public Flow ports(int ipProtocol, int from, int to) {
        protocol = ipProtocol;
        sourcePort = from;
        destinationPort = to;
        return this;
    }

    /** Addresses, type of service and mark of a packet. */
    public Flow of(Frame frame) {
        int at = frame.networkOffset();
        long addresses = Ipv4Header.addresses(frame, at);
        to((int) addresses);
        source = (int) (addresses >>> 32);
        mark = frame.mark();
        tos = Ipv4Header.tos(frame, at) & DSCP_MASK;
        return this;
    }

    /**
     * Protocol and ports of a packet ({@code skb_flow_dissect_flow_keys()}): fragments have no ports, nor has what is
     * cut short.
     */
    public Flow dissect(Frame frame) {
        int at = frame.networkOffset();
        protocol = Ipv4Header.protocol(frame, at);
        sourcePort = 0;
        destinationPort = 0;
        int ports = at + Ipv4Header.headerLength(frame, at);
        if (hasPorts(protocol) && !Ipv4Header.isFragment(frame, at) && ports + 4 <= frame.length()) {
            sourcePort = frame.u16(ports);
            destinationPort = frame.u16(ports + 2);
        }
        return this;
    }

    static boolean hasPorts(int protocol) {
        return switch (protocol) {
            case 6, 17, 33, 50, 132, 136 -> true;
            default -> false;
        };
    }

    public int destination() {
        return destination;
    }

    public int source() {
        return source;
    }
}
