package io.ringway.engine.ipv4;

import io.ringway.engine.device.Device;
import io.ringway.engine.device.Loopback;
import io.ringway.engine.route.FibResult;
import io.ringway.engine.route.Flow;
import io.ringway.engine.route.LearnedPath;
import io.ringway.engine.route.Nexthop;
import io.ringway.engine.route.Route;
import io.ringway.engine.route.RouteError;
import io.ringway.engine.route.Routing;
import io.ringway.engine.route.Scope;
import io.ringway.nat.AddressType;
import io.ringway.packet.Frame;
import io.ringway.packet.Ipv4Address;
import io.ringway.packet.Ipv4Header;

/**
 * The way of a packet that this host makes, and the address that it is from ({@code route.c:
 * ip_route_output_key_hash_rcu(), __mkroute_output()}). Holds the last answer; reused by whoever asks.
 */
public final class OutputRoute {
    /** Instead of an interface: the route of a packet made here, which came back and is good for nothing there. */
    public static final int NO_WAY_IN = -1;

    private static final int LOCAL_MULTICAST = 0xe000_0000;

    private final Ipv4Stack stack;
    private final Routing routing;
    private final FibResult result = new FibResult();
    private final DefaultRoutes defaults;
    private Device device;
    private AddressType type = AddressType.UNICAST;
    private Frame about;

    OutputRoute(Ipv4Stack stack) {
        this.stack = stack;
        routing = stack.routing();
        defaults = new DefaultRoutes(stack);
    }

    /**
     * Finds the way, and fills the flow's source where it has none.
     *
     * @param anySource whether a source that is no address of this host will do
     * @return null when there is one
     */
    public RouteError find(Flow flow, boolean anySource) {
        result.clear();
        type = AddressType.UNICAST;
        RouteError error = choose(flow, anySource);
        if (error != null) {
            return error;
        }
        if (flow.destination == Ipv4Address.BROADCAST) {
            type = AddressType.BROADCAST;
        } else if (Ipv4Address.isMulticast(flow.destination)) {
            type = AddressType.MULTICAST;
        } else if (Ipv4Address.isZeroNet(flow.destination)) {
            return RouteError.INVALID;
        }
        if (type == AddressType.BROADCAST
                || (type == AddressType.MULTICAST
                        && result.route != null
                        && result.route.destination().length() < 4)) {
            result.nexthop = null;
        }
        result.bind(flow.destination, stack.kernel().jiffies());
        boolean strangeLoopback = Ipv4Address.isLoopback(flow.source)
                && !(device instanceof Loopback)
                && !stack.settings().routesLocalnet(device);
        return strangeLoopback ? RouteError.INVALID : null;
    }

    /** As {@link #find(Flow, boolean)}, for an ICMP error about a packet: of several ways it takes that packet's. */
    RouteError find(Flow flow, Frame cause) {
        about = cause;
        RouteError error = find(flow, false);
        about = null;
        return error;
    }

    private RouteError choose(Flow flow, boolean anySource) {
        boolean linkOnly = Ipv4Address.isMulticast(flow.destination) || flow.destination == Ipv4Address.BROADCAST;
        if (flow.source != 0) {
            if (Ipv4Address.isMulticast(flow.source)
                    || flow.source == Ipv4Address.BROADCAST
                    || Ipv4Address.isZeroNet(flow.source)) {
                return RouteError.INVALID;
            }
            if (flow.out == 0 && linkOnly) {
                device = routing.addresses().holderOf(flow.source);
                return device == null ? RouteError.NETWORK_UNREACHABLE : null;
            }
            if (!anySource && !routing.isLocal(flow.source)) {
                return RouteError.NETWORK_UNREACHABLE;
            }
        }
        if (flow.out != 0) {
            device = stack.device(flow.out);
            if (device == null) {
                return RouteError.NO_DEVICE;
            }
            if (!device.isUp()) {
                return RouteError.NETWORK_UNREACHABLE;
            }
            if ((flow.destination & 0xffff_ff00) == LOCAL_MULTICAST
                    || flow.destination == Ipv4Address.BROADCAST
                    || flow.protocol == Ipv4Header.PROTOCOL_IGMP) {
                fillSource(flow, Scope.LINK);
                return null;
            }
            if (linkOnly) {
                fillSource(flow, flow.scope);
            } else if (flow.destination == 0) {
                fillSource(flow, Scope.HOST);
            }
        }
        return flow.destination == 0 ? toItself(flow) : byTables(flow);
    }

    private void fillSource(Flow flow, int scope) {
        if (flow.source == 0) {
            flow.source = routing.select(device, 0, scope);
        }
    }

    /** No destination at all is this host. */
    private RouteError toItself(Flow flow) {
        if (flow.source == 0) {
            flow.source = Ipv4Address.LOOPBACK;
        }
        flow.destination = flow.source;
        device = stack.loopback();
        type = AddressType.LOCAL;
        return null;
    }

    private RouteError byTables(Flow flow) {
        RouteError error = routing.lookup(flow, result);
        if (error != null) {
            result.clear();
            if (flow.out == 0) {
                return error;
            }
            // Routes lead elsewhere, but the sender insists on the interface: then it is on the link.
            fillSource(flow, Scope.LINK);
            return null;
        }
        type = result.type();
        if (type == AddressType.LOCAL) {
            if (flow.source == 0) {
                int preferred = result.route.preferredSource();
                flow.source = preferred != 0 ? preferred : flow.destination;
            }
            device = stack.loopback();
            return null;
        }
        if (flow.out == 0) {
            chooseWay(flow);
        }
        device = result.device();
        if (flow.source == 0) {
            flow.source = routing.sourceFor(result.route, result.nexthop);
        }
        return null;
    }

    /** {@code fib_semantics.c:fib_select_path()}. */
    private void chooseWay(Flow flow) {
        if (result.route.isMultipath() && about != null) {
            routing.multipath().select(flow, about, result);
        } else if (result.route.isMultipath()) {
            routing.multipath().select(flow, result);
        } else if (result.route.destination().length() == 0) {
            defaults.select(flow, result);
        }
    }

    /** The route, null where there was none to ask (a limited broadcast, an interface that was insisted on). */
    public Route route() {
        return result.route();
    }

    /** The table that the route was found in. */
    public int table() {
        return result.table();
    }

    public Nexthop nexthop() {
        return result.nexthop();
    }

    /** Where the packet leaves: for an address of this host the loopback. */
    public Device device() {
        return device;
    }

    public AddressType type() {
        return type;
    }

    /** The neighbour to ask for, on the way to the destination. */
    int neighbourFor(int destination) {
        return usesGateway() ? result.gateway() : destination;
    }

    boolean usesGateway() {
        return type != AddressType.LOCAL && result.gateway() != 0;
    }

    /** The gateway, 0 when the destination is on the link or this host. */
    public int gateway() {
        return usesGateway() ? result.gateway() : 0;
    }

    /** What ICMP messages taught about the destination, null for nothing. */
    public LearnedPath learned() {
        return result.learned();
    }

    /** What fits through at once: what path or route say, else the interface ({@code route.c:ipv4_mtu()}). */
    public int mtu() {
        int said = saidMtu();
        return said == 0 ? device.mtu() : said;
    }

    private int saidMtu() {
        return result.mtu(true, stack.kernel().jiffies());
    }

    /** Whether packets may be fragmented on their way, since nobody believes the MTU. */
    public boolean mtuLocked() {
        return result.mtuLocked();
    }

    /** Whether this host is among those whom the packet is for. */
    private boolean isHeardHere(int destination) {
        return type == AddressType.BROADCAST
                || (type == AddressType.MULTICAST && stack.igmp(device).hears(destination));
    }

    /** Lets a packet go that way. */
    public void apply(Frame frame, int destination) {
        frame.setRoute(device.ifindex(), neighbourFor(destination));
        frame.setToEverybody(!(device instanceof Loopback) && isHeardHere(destination));
        frame.setRouteMtu(saidMtu());
    }
}
