package io.ringway.engine.route;

import io.ringway.engine.device.Device;
import io.ringway.nat.AddressType;
import java.util.List;
import java.util.function.Predicate;

/** Makes and removes routes by hand ({@code fib_trie.c:fib_table_insert(), fib_table_delete()}). */
public final class RouteChanges {
    private final Routing routing;
    private final RouteCheck check;

    RouteChanges(Routing routing) {
        this.routing = routing;
        check = new RouteCheck(routing);
    }

    /** @throws RouteRefusal when the kernel would refuse it; nothing has changed then */
    public void make(RouteRequest request, RouteRequest.Mode mode) {
        RouteTable table = routing.tables().make(request.table());
        if (request.destination().network() != request.destination().address()) {
            throw RouteRefusal.because("Invalid prefix for given prefix length");
        }
        insert(table, check.make(request), mode);
        if (request.type() == AddressType.LOCAL && request.table() == RouteTables.LOCAL) {
            routing.noteCustomLocalRoute();
        }
        routing.changed();
    }

    private static void insert(RouteTable table, Route route, RouteRequest.Mode mode) {
        List<Route> routes = table.to(route.destination());
        int first = table.place(route);
        int end = first;
        int same = -1;
        while (end < routes.size() && RouteTable.isAlike(routes.get(end), route)) {
            same = same < 0 && routes.get(end).isSameAs(route) ? end : same;
            end++;
        }
        if (end > first) {
            if (mode.exclusive() || (same >= 0 && !(mode.replaces() && same == first))) {
                throw RouteRefusal.answer("File exists");
            }
            if (mode.replaces()) {
                table.set(first, same == first ? routes.get(first) : route);
                return;
            }
        }
        if (!mode.creates()) {
            throw RouteRefusal.answer("No such file or directory");
        }
        table.insert(mode == RouteRequest.Mode.APPEND ? end : first, route);
    }

    /**
     * Removes the first route that is meant; whatever the user did not say may be as it is.
     *
     * @throws RouteRefusal when there is none
     */
    public void remove(RouteRequest request) {
        RouteTable table = routing.table(request.table());
        if (table == null) {
            throw RouteRefusal.because("FIB table does not exist");
        }
        if (request.destination().network() != request.destination().address()) {
            throw RouteRefusal.because("Invalid prefix for given prefix length");
        }
        for (Route route : table.to(request.destination())) {
            if (route.tos() == request.tos() && isMeant(route, request)) {
                table.remove(route);
                routing.changed();
                return;
            }
        }
        throw RouteRefusal.answer("No such process");
    }

    private static boolean isMeant(Route route, RouteRequest request) {
        return (request.type() == null || request.type() == route.type())
                && (request.scope() == Scope.NOWHERE || request.scope() == route.scope())
                && (request.source() == 0 || request.source() == route.preferredSource())
                && (request.protocol() == 0 || request.protocol() == route.protocol())
                && (request.metric() == 0 || request.metric() == route.metric())
                && hasWays(route, request)
                && (request.metrics().isEmpty() || request.metrics().equals(route.metrics()));
    }

    /** {@code fib_nh_match()}. */
    private static boolean hasWays(Route route, RouteRequest request) {
        if (!request.way().saysNothing()) {
            return isMeant(route.nexthop(), request.way());
        }
        List<RouteRequest.Way> ways = request.nexthops();
        if (!ways.isEmpty() && ways.size() != route.nexthops().size()) {
            return false;
        }
        for (int i = 0; i < ways.size(); i++) {
            if (!isMeant(route.nexthops().get(i), ways.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isMeant(Nexthop nexthop, RouteRequest.Way way) {
        Device device = way.device();
        return (device == null || device == nexthop.device())
                && (way.gateway() == 0 || way.gateway() == nexthop.gateway());
    }

    /** Removes every route of any table that is accepted. */
    public void removeAll(Predicate<Route> which) {
        for (RouteTable table : routing.tables().all()) {
            table.removeAll(which);
        }
        routing.changed();
    }
}
