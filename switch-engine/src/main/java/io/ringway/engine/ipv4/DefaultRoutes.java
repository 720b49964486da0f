package io.ringway.engine.ipv4;

import io.ringway.engine.route.FibResult;
import io.ringway.engine.route.Flow;
import io.ringway.engine.route.Nexthop;
import io.ringway.engine.route.Route;
import io.ringway.engine.route.RouteTable;
import io.ringway.nat.AddressType;
import java.util.ArrayList;
import java.util.List;

/**
 * Which of several default routes of one metric a packet of this host takes: the first whose gateway does not seem to be
 * gone, and from then on that one ({@code fib_semantics.c:fib_select_default(), fib_detect_death()}).
 */
final class DefaultRoutes {
    private final Ipv4Stack stack;
    private final ArrayList<Route> candidates = new ArrayList<>();
    private Route lastResort;
    private int lastOrder;

    DefaultRoutes(Ipv4Stack stack) {
        this.stack = stack;
    }

    /** Puts another default route into the result, if there is a better one. */
    void select(Flow flow, FibResult result) {
        Route first = result.route();
        RouteTable table = stack.routing().table(result.table());
        if (table.defaults() < 2 || first.type() != AddressType.UNICAST) {
            return;
        }
        gather(flow, table.to(first.destination()), first);
        if (candidates.isEmpty() || candidates.get(0) != first) {
            return;
        }
        lastResort = null;
        lastOrder = -1;
        if (candidates.size() > 1) {
            for (int order = 0; order < candidates.size(); order++) {
                Route route = candidates.get(order);
                if (seemsAlive(route, order, first)) {
                    take(route, order, first, result);
                    return;
                }
            }
        }
        take(lastResort, lastOrder, first, result);
    }

    /** Those by a gateway with the metric of the first one, or a lower one for another type of service. */
    private void gather(Flow flow, List<Route> routes, Route first) {
        candidates.clear();
        int metric = first.metric();
        int service = 0;
        for (int i = 0; i < routes.size(); i++) {
            Route route = routes.get(i);
            if (!flow.hasService(route.tos())) {
                continue;
            }
            if (Integer.compareUnsigned(route.metric(), metric) > 0 && route.tos() == service) {
                if (service == 0) {
                    return;
                }
            } else if (!route.isDead()) {
                service = route.tos();
                metric = route.metric();
                if (isCandidate(route, first)) {
                    candidates.add(route);
                }
            }
        }
    }

    private static boolean isCandidate(Route route, Route first) {
        return route.scope() == first.scope()
                && route.type() == AddressType.UNICAST
                && route.nexthop().usesGateway();
    }

    private static void take(Route route, int order, Route first, FibResult result) {
        if (route != null && route != first) {
            result.found(route, route.nexthop());
        }
        first.nexthop().setChosenDefault(order);
    }

    private boolean seemsAlive(Route route, int order, Route first) {
        Nexthop way = route.nexthop();
        Neighbour neighbour = stack.neighbours().find(way.device(), way.gateway());
        int chosen = first.nexthop().chosenDefault();
        if (neighbour == null || neighbour.state() == NeighbourState.REACHABLE) {
            return true;
        }
        boolean valid = neighbour.state().isValid();
        if (valid && order != chosen) {
            return true;
        }
        boolean untried = lastOrder < 0 && order > chosen && neighbour.state() != NeighbourState.INCOMPLETE;
        if (valid || untried) {
            lastResort = route;
            lastOrder = order;
        }
        return false;
    }
}
