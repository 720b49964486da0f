package io.ringway.engine.route;

import io.ringway.engine.device.Device;
import io.ringway.nat.AddressType;
import io.ringway.packet.Ipv4Prefix;
import java.util.List;

/**
 * One route ({@code struct fib_alias} with its {@code fib_info}). Its nexthops never change but for being dead.
 *
 * @param destination host bits zero; 0.0.0.0/0 is the default route
 * @param tos 0 for any
 * @param metric unsigned; the lower, the better
 * @param protocol as a number ({@code RTPROT_*})
 * @param preferredSource 0 to let the interface's addresses decide
 * @param table the number of the table that holds it
 * @param nexthops one, or several to choose from by a hash; that of a refusing route has no device
 */
public record Route(
        Ipv4Prefix destination,
        int tos,
        AddressType type,
        int scope,
        int metric,
        int protocol,
        int preferredSource,
        RouteMetrics metrics,
        int table,
        List<Nexthop> nexthops) {
    public static final int PROTOCOL_KERNEL = 2;
    public static final int PROTOCOL_BOOT = 3;
    public static final int PROTOCOL_STATIC = 4;

    public Route {
        nexthops = List.copyOf(nexthops);
    }

    /** A route that the kernel makes for an address, or a simple one of table main. */
    static Route simple(
            Ipv4Prefix to, AddressType type, Device device, int gateway, int source, int scope, int protocol) {
        int nexthopScope = scope == Scope.HOST ? Scope.NOWHERE : gateway != 0 ? Scope.LINK : Scope.HOST;
        boolean ofMain = type == AddressType.UNICAST;
        return new Route(
                to,
                0,
                type,
                scope,
                0,
                protocol,
                source,
                RouteMetrics.NONE,
                ofMain ? RouteTables.MAIN : RouteTables.LOCAL,
                List.of(new Nexthop(device, gateway, false, 1, nexthopScope)));
    }

    /** A route by hand of table main, to a neighbour of the device's link. */
    public static Route via(Ipv4Prefix to, Device device, int gateway) {
        int scope = gateway == 0 ? Scope.LINK : Scope.UNIVERSE;
        return simple(to, AddressType.UNICAST, device, gateway, 0, scope, PROTOCOL_BOOT);
    }

    /** The same as if found in another table. */
    public Route seenIn(int number) {
        return new Route(destination, tos, type, scope, metric, protocol, preferredSource, metrics, number, nexthops);
    }

    public boolean isMultipath() {
        return nexthops.size() > 1;
    }

    /** The first, and mostly only, nexthop. */
    public Nexthop nexthop() {
        return nexthops.get(0);
    }

    /** Of the first nexthop; null for blackhole, unreachable, prohibit and throw. */
    public Device device() {
        return nexthop().device();
    }

    /** Whether all nexthops are dead, so that the route has to go. */
    public boolean isDead() {
        for (Nexthop nexthop : nexthops) {
            if (!nexthop.dead()) {
                return false;
            }
        }
        return true;
    }

    /** Whether no nexthop has a carrier. */
    public boolean isLinkDown() {
        for (Nexthop nexthop : nexthops) {
            if (!nexthop.linkDown()) {
                return false;
            }
        }
        return true;
    }

    /** Alike in all but the destination's table order: a second one would be a duplicate ({@code fib_find_info()}). */
    boolean isSameAs(Route other) {
        return type == other.type
                && scope == other.scope
                && protocol == other.protocol
                && preferredSource == other.preferredSource
                && metric == other.metric
                && tos == other.tos
                && destination.equals(other.destination)
                && metrics.equals(other.metrics)
                && hasSameNexthops(other);
    }

    private boolean hasSameNexthops(Route other) {
        if (nexthops.size() != other.nexthops.size()) {
            return false;
        }
        for (int i = 0; i < nexthops.size(); i++) {
            if (!nexthops.get(i).isSameAs(other.nexthops.get(i))) {
                return false;
            }
        }
        return true;
    }
}
