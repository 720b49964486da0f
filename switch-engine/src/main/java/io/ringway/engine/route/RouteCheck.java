package io.ringway.engine.route;

import io.ringway.engine.device.Device;
import io.ringway.nat.AddressType;
import java.util.ArrayList;
import java.util.List;

/** Turns what somebody asks for into a route, or refuses it ({@code fib_semantics.c:fib_create_info(), fib_check_nh()}). */
final class RouteCheck {
    private final Routing routing;
    private final Flow flow = new Flow();
    private final FibResult found = new FibResult();

    RouteCheck(Routing routing) {
        this.routing = routing;
    }

    Route make(RouteRequest request) {
        if (narrowest(request.type()) > request.scope()) {
            throw RouteRefusal.because("Invalid scope");
        }
        checkOuterWay(request);
        List<Nexthop> nexthops = isRefusal(request.type()) ? refusing(request) : ways(request);
        if (!isRefusal(request.type()) && request.source() != 0 && !mayBeSource(request)) {
            throw RouteRefusal.because("Invalid prefsrc address");
        }
        return new Route(
                request.destination(),
                request.tos(),
                request.type(),
                request.scope(),
                request.metric(),
                request.protocol(),
                request.source(),
                request.metrics(),
                request.table(),
                nexthops);
    }

    /** {@code fib_props}: a route of that type reaches no further. */
    private static int narrowest(AddressType type) {
        return switch (type) {
            case LOCAL -> Scope.HOST;
            case BROADCAST, ANYCAST -> Scope.LINK;
            default -> Scope.UNIVERSE;
        };
    }

    private static boolean isRefusal(AddressType type) {
        return switch (type) {
            case BLACKHOLE, UNREACHABLE, PROHIBIT, THROW -> true;
            default -> false;
        };
    }

    /** What stands outside of the list has to be the first of the list ({@code fib_get_nhs()}). */
    private static void checkOuterWay(RouteRequest request) {
        if (request.nexthops().isEmpty()) {
            return;
        }
        RouteRequest.Way first = request.nexthops().get(0);
        Device device = request.way().device();
        if (device != null && device != first.device()) {
            throw RouteRefusal.because("Nexthop device index does not match RTA_OIF");
        }
        if (request.way().gateway() != 0 && request.way().gateway() != first.gateway()) {
            throw RouteRefusal.because("Nexthop gateway does not match RTA_GATEWAY or RTA_VIA");
        }
    }

    private static List<Nexthop> refusing(RouteRequest request) {
        if (!request.way().saysNothing() || !request.nexthops().isEmpty()) {
            throw RouteRefusal.because("Gateway, device and multipath can not be specified for this route type");
        }
        return List.of(new Nexthop(null, 0, false, 1, Scope.UNIVERSE));
    }

    private List<Nexthop> ways(RouteRequest request) {
        if (request.scope() > Scope.HOST) {
            throw RouteRefusal.because("Invalid scope");
        }
        List<RouteRequest.Way> wanted = request.nexthops().isEmpty() ? List.of(request.way()) : request.nexthops();
        if (request.scope() == Scope.HOST) {
            return List.of(toThisHost(wanted));
        }
        List<Nexthop> nexthops = new ArrayList<>();
        for (RouteRequest.Way way : wanted) {
            nexthops.add(way.gateway() == 0 ? onLink(way) : throughGateway(way, request));
        }
        return nexthops;
    }

    private static Nexthop toThisHost(List<RouteRequest.Way> wanted) {
        if (wanted.size() > 1) {
            throw RouteRefusal.because("Route with host scope can not have multiple nexthops");
        }
        RouteRequest.Way way = wanted.get(0);
        if (way.gateway() != 0) {
            throw RouteRefusal.because("Route with host scope can not have a gateway");
        }
        if (way.device() == null) {
            throw RouteRefusal.answer(RouteError.NO_DEVICE.words());
        }
        return new Nexthop(way.device(), 0, way.onLink(), 1, Scope.NOWHERE);
    }

    /** {@code fib_check_nh_nongw()}. */
    private static Nexthop onLink(RouteRequest.Way way) {
        if (way.onLink()) {
            throw RouteRefusal.because("Invalid flags for nexthop - PERVASIVE and ONLINK can not be set");
        }
        if (way.device() == null) {
            throw RouteRefusal.answer(RouteError.NO_DEVICE.words());
        }
        if (!way.device().isUp()) {
            throw RouteRefusal.because("Device for nexthop is not up");
        }
        return new Nexthop(way.device(), 0, false, way.weight(), Scope.HOST);
    }

    /** {@code fib_check_nh_v4_gw()}. */
    private Nexthop throughGateway(RouteRequest.Way way, RouteRequest request) {
        if (way.onLink()) {
            return unchecked(way, request.scope());
        }
        flow.to(way.gateway());
        flow.scope = Math.max(request.scope() + 1, Scope.LINK);
        flow.out = way.device() == null ? 0 : way.device().ifindex();
        flow.ignoresLinkState = true;
        RouteTable table = request.table() == RouteTables.MAIN ? null : routing.table(request.table());
        boolean known = table != null && routing.tables().lookup(table, flow, found) == null;
        if (!known && routing.lookup(flow, found) != null) {
            throw invalidGateway();
        }
        if (found.type() != AddressType.UNICAST && found.type() != AddressType.LOCAL) {
            throw invalidGateway();
        }
        Device device = found.device();
        if (!device.isUp()) {
            throw RouteRefusal.because("Nexthop device is not up");
        }
        return new Nexthop(
                device, way.gateway(), false, way.weight(), found.route().scope());
    }

    /** The gateway is a neighbour because the user says so. */
    private Nexthop unchecked(RouteRequest.Way way, int scope) {
        if (scope >= Scope.LINK) {
            throw RouteRefusal.because("Nexthop has invalid scope");
        }
        if (way.device() == null) {
            throw RouteRefusal.because("Nexthop device required for onlink");
        }
        if (!way.device().isUp()) {
            throw RouteRefusal.because("Nexthop device is not up");
        }
        if (routing.type(way.gateway(), null) != AddressType.UNICAST) {
            throw invalidGateway();
        }
        return new Nexthop(way.device(), way.gateway(), true, way.weight(), Scope.LINK);
    }

    private static RouteRefusal invalidGateway() {
        return RouteRefusal.because("Nexthop has invalid gateway");
    }

    /** {@code fib_valid_prefsrc()}. */
    private boolean mayBeSource(RouteRequest request) {
        int source = request.source();
        boolean itself =
                request.type() == AddressType.LOCAL && request.destination().address() == source && source != 0;
        RouteTable table = request.table() == RouteTables.MAIN ? null : routing.table(request.table());
        return itself
                || routing.type(source, null) == AddressType.LOCAL
                || (table != null && routing.typeIn(table, source, null) == AddressType.LOCAL);
    }
}
