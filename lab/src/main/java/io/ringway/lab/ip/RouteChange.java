package io.ringway.lab.ip;

import io.ringway.engine.device.Device;
import io.ringway.engine.ipv4.Route;
import io.ringway.engine.ipv4.Routing;
import io.ringway.engine.ipv4.Scope;
import io.ringway.lab.CommandResult;
import io.ringway.lab.command.Arguments;
import io.ringway.lab.command.Scene;
import io.ringway.lab.command.ShowOptions;
import io.ringway.lab.command.Verb;
import io.ringway.nat.AddressType;
import io.ringway.packet.Ipv4Prefix;

/**
 * {@code ip route add|change|replace|append|del …}, checked in the kernel's order: destination, next hop, preferred
 * source, what is there already ({@code fib_trie.c:fib_table_insert()}, {@code fib_semantics.c:fib_check_nh()}).
 */
final class RouteChange implements Verb.Action {
    /** What becomes of a route that is there, and of one that is not. */
    enum Mode {
        ADD,
        CHANGE,
        REPLACE,
        APPEND,
        DELETE
    }

    private final Mode mode;

    RouteChange(Mode mode) {
        this.mode = mode;
    }

    @Override
    public CommandResult run(Arguments args, Scene scene, ShowOptions show) {
        RouteOptions options = RouteOptions.read(args);
        if (options.destination == null) {
            throw args.refuse(255, "Usage: ip route { add | del | change | append | replace } ROUTE");
        }
        Device device = options.device == null ? null : scene.namespace().device(options.device);
        if (options.device != null && device == null) {
            throw args.noDevice(1, options.device);
        }
        Ipv4Prefix to = options.destination;
        if (to.network() != to.address()) {
            throw Words.kernel(args, "Error: Invalid prefix for given prefix length.");
        }
        Routing routing = scene.namespace().stack().routing();
        if (mode == Mode.DELETE) {
            if (!routing.removeRoute(route -> isMeant(route, options, device))) {
                throw Words.answers(args, "No such process");
            }
            return CommandResult.SILENT;
        }
        store(args, routing, route(args, routing, options, device));
        return CommandResult.SILENT;
    }

    private static Route route(Arguments args, Routing routing, RouteOptions options, Device device) {
        Device out = device;
        if (options.refusing()) {
            if (options.gateway != null || device != null) {
                throw Words.kernel(
                        args, "Error: Gateway, device and multipath can not be specified for this route type.");
            }
        } else if (options.gateway != null) {
            out = throughGateway(args, routing, options, device);
        } else if (device == null) {
            throw Words.answers(args, "No such device");
        } else if (!device.isUp()) {
            throw Words.kernel(args, "Error: Device for nexthop is not up.");
        }
        if (options.source != null && !routing.isOwn(options.source)) {
            throw Words.kernel(args, "Error: Invalid prefsrc address.");
        }
        return new Route(
                options.destination,
                options.type == null ? AddressType.UNICAST : options.type,
                out,
                options.gateway == null ? 0 : options.gateway,
                options.source == null ? 0 : options.source,
                options.effectiveScope(),
                options.metric == null ? 0 : options.metric,
                options.protocol == null ? "boot" : options.protocol);
    }

    /** The gateway has to be a neighbour, or an address of this host ({@code fib_check_nh_v4_gw()}). */
    private static Device throughGateway(Arguments args, Routing routing, RouteOptions options, Device device) {
        int scope = Math.max(options.effectiveScope() + 1, Scope.LINK);
        Route found = null;
        for (Route route : routing.localRoutes()) {
            found = nearer(found, route, scope, options.gateway, device);
        }
        for (Route route : routing.routes()) {
            found = nearer(found, route, scope, options.gateway, device);
        }
        boolean usable = found != null && (found.type() == AddressType.UNICAST || found.type() == AddressType.LOCAL);
        if (!usable) {
            throw Words.kernel(args, "Error: Nexthop has invalid gateway.");
        }
        if (!found.device().isUp()) {
            throw Words.kernel(args, "Error: Nexthop device is not up.");
        }
        return found.device();
    }

    /** Local routes come first, then the longest prefix; gateways behind gateways don't count. */
    private static Route nearer(Route best, Route route, int scope, int gateway, Device device) {
        boolean fits = route.destination().contains(gateway)
                && route.scope() >= scope
                && (device == null || route.device() == device || route.device() == null);
        boolean bestIsLocalTable = best != null && (best.scope() == Scope.HOST || best.type() != AddressType.UNICAST);
        boolean longer = best == null
                || route.destination().length() > best.destination().length();
        return fits && !bestIsLocalTable && longer ? route : best;
    }

    private void store(Arguments args, Routing routing, Route route) {
        boolean exists = routing.routes().stream()
                .anyMatch(other -> other.destination().equals(route.destination()) && other.metric() == route.metric());
        switch (mode) {
            case ADD -> {
                if (!routing.addRoute(route)) {
                    throw Words.answers(args, "File exists");
                }
            }
            case APPEND -> routing.appendRoute(route);
            default -> {
                if (mode == Mode.CHANGE && !exists) {
                    throw Words.answers(args, "No such file or directory");
                }
                routing.replaceRoute(route);
            }
        }
    }

    /** Whatever the user did not say may be as it is ({@code fib_trie.c:fib_table_delete()}). */
    private static boolean isMeant(Route route, RouteOptions options, Device device) {
        return route.destination().equals(options.destination)
                && (options.type == null || options.type == route.type())
                && (options.gateway == null || options.gateway == route.gateway())
                && (device == null || device == route.device())
                && (options.source == null || options.source == route.preferredSource())
                && (options.metric == null || options.metric == 0 || options.metric == route.metric())
                && (options.scope == null || options.scope == route.scope())
                && (options.protocol == null || options.protocol.equals(route.protocol()));
    }
}
