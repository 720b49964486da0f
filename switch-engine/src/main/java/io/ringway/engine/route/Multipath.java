package io.ringway.engine.route;

import io.ringway.packet.Frame;
import io.ringway.packet.IcmpHeader;
import io.ringway.packet.Ipv4Header;
import java.util.List;

/**
 * Which of several nexthops a flow takes: a SipHash of its addresses, perhaps with its ports, against thresholds by
 * weight ({@code route.c:fib_multipath_hash()}, {@code fib_semantics.c:fib_select_multipath(), fib_rebalance()}).
 */
public final class Multipath {
    /** {@code net.ipv4.fib_multipath_hash_policy}: addresses only, or ports too. */
    static final int LAYER_4 = 1;

    private final RouteTables tables;
    private final SourceAddress sources;
    private int policy;
    private int userSeed;
    private final int ownSeed;
    private final Flow packet = new Flow();
    private final FlowHash hash = new FlowHash();

    /** @param ownSeed takes the place of the number that the kernel draws at boot */
    Multipath(RouteTables tables, SourceAddress sources, int ownSeed) {
        this.tables = tables;
        this.sources = sources;
        this.ownSeed = ownSeed;
    }

    public int policy() {
        return policy;
    }

    public void setPolicy(int value) {
        policy = value;
    }

    public int seed() {
        return userSeed;
    }

    public void setSeed(int value) {
        userSeed = value;
    }

    /** For a packet of this host; a way from the very source address is preferred. */
    public void select(Flow flow, FibResult result) {
        choose(result, hash(flow), flow.source);
    }

    /** For a packet that passes through. */
    public void select(Frame frame, FibResult result) {
        choose(result, hash(frame), 0);
    }

    /** For an ICMP error of this host, which goes by the packet that it is about ({@code icmp.c:icmp_route_lookup()}). */
    public void select(Flow flow, Frame about, FibResult result) {
        choose(result, hash(about), flow.source);
    }

    /** For a packet that would pass through, of which only the flow is known. */
    public void selectThrough(Flow flow, FibResult result) {
        choose(result, hash(flow), 0);
    }

    private int hash(Flow flow) {
        int seed = userSeed != 0 ? userSeed : ownSeed;
        boolean ports = policy == LAYER_4;
        return hash.of(
                seed,
                flow.source,
                flow.destination,
                ports ? flow.protocol : 0,
                ports ? flow.sourcePort : 0,
                ports ? flow.destinationPort : 0);
    }

    /** By the addresses in the header, which are not those asked for where a source route is left. */
    private int hash(Frame frame) {
        int at = frame.networkOffset();
        int quoted = policy == LAYER_4 ? 0 : quotedHeader(frame, at);
        long addresses = Ipv4Header.addresses(frame, quoted > 0 ? quoted : at);
        packet.to((int) addresses).from((int) (addresses >>> 32));
        if (policy == LAYER_4) {
            packet.dissect(frame);
        }
        return hash(packet);
    }

    /** An ICMP error goes the way of the packet that it quotes ({@code route.c:ip_multipath_l3_keys()}); 0 for others. */
    private static int quotedHeader(Frame frame, int at) {
        if (Ipv4Header.protocol(frame, at) != Ipv4Header.PROTOCOL_ICMP || Ipv4Header.fragmentOffset(frame, at) != 0) {
            return 0;
        }
        int icmp = at + Ipv4Header.headerLength(frame, at);
        int quoted = icmp + IcmpHeader.LENGTH;
        boolean whole = quoted + Ipv4Header.MIN_LENGTH <= frame.length();
        return whole && IcmpHeader.isError(IcmpHeader.type(frame, icmp)) ? quoted : 0;
    }

    private void choose(FibResult result, int value, int source) {
        List<Nexthop> ways = result.route().nexthops();
        int total = 0;
        for (int i = 0; i < ways.size(); i++) {
            total += isUsable(ways.get(i)) ? ways.get(i).weight() : 0;
        }
        int weight = 0;
        int best = -1;
        for (int i = 0; i < ways.size(); i++) {
            Nexthop way = ways.get(i);
            if (!isUsable(way)) {
                continue;
            }
            weight += way.weight();
            long bound = (((long) weight << 31) + total / 2) / total - 1;
            int score = (value <= bound ? 1 : 0) + (source != 0 && isFrom(result.route(), way, source) ? 2 : 0);
            if (score > best) {
                best = score;
                result.found(result.route(), way);
                if (score == 3 || (source == 0 && score == 1)) {
                    return;
                }
            }
        }
    }

    private boolean isUsable(Nexthop way) {
        return !way.dead() && !tables.isIgnored(way);
    }

    /** Whether the interface would choose that very address for the way, the route's own preference apart. */
    private boolean isFrom(Route route, Nexthop way, int source) {
        return sources.select(way.device(), way.gateway(), route.scope()) == source;
    }
}
