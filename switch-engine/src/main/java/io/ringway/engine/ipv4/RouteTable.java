package io.ringway.engine.ipv4;

import io.ringway.engine.device.Device;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.agrona.collections.Int2ObjectHashMap;

/**
 * A routing table: one hash of networks for each prefix length in use, asked from the longest on. Routes to the same
 * network stand in the order of their metrics, the first one wins ({@code fib_trie.c:fib_table_lookup()}).
 */
public final class RouteTable {
    private final List<Int2ObjectHashMap<List<Route>>> byLength = new ArrayList<>();
    private long lengthsInUse;

    RouteTable() {
        for (int length = 0; length <= 32; length++) {
            byLength.add(new Int2ObjectHashMap<>());
        }
    }

    /** The best route to the address, or null. */
    Route lookup(int address) {
        for (long lengths = lengthsInUse; lengths != 0; ) {
            int length = 63 - Long.numberOfLeadingZeros(lengths);
            lengths &= ~(1L << length);
            int network = length == 0 ? 0 : address & -1 << (32 - length);
            List<Route> routes = byLength.get(length).get(network);
            if (routes != null) {
                return routes.get(0);
            }
        }
        return null;
    }

    /** False when a route to the same destination with the same metric is there already ({@code NLM_F_EXCL}). */
    boolean add(Route route) {
        for (Route other : to(route)) {
            if (other.metric() == route.metric()) {
                return false;
            }
        }
        append(route);
        return true;
    }

    /** Adds behind those to the same destination with the same metric, unless it is there ({@code NLM_F_APPEND}). */
    void append(Route route) {
        int length = route.destination().length();
        List<Route> routes =
                byLength.get(length).computeIfAbsent(route.destination().network(), network -> new ArrayList<>(1));
        if (!routes.contains(route)) {
            routes.add(route);
            routes.sort(Comparator.comparingInt(Route::metric));
            lengthsInUse |= 1L << length;
        }
    }

    /** Adds, or takes the place of the first one to the same destination with the same metric ({@code NLM_F_REPLACE}). */
    void replace(Route route) {
        List<Route> routes = to(route);
        for (int i = 0; i < routes.size(); i++) {
            if (routes.get(i).metric() == route.metric()) {
                routes.set(i, route);
                return;
            }
        }
        append(route);
    }

    private List<Route> to(Route route) {
        List<Route> routes = byLength.get(route.destination().length())
                .get(route.destination().network());
        return routes == null ? List.of() : routes;
    }

    /** Removes the first route that the predicate accepts, and says whether there was one. */
    boolean remove(Predicate<Route> which) {
        for (Route route : routes()) {
            if (which.test(route)) {
                drop(route);
                return true;
            }
        }
        return false;
    }

    /** Removes every route by a device that went down or away. */
    void removeAll(Device device) {
        removeAll(route -> route.device() == device);
    }

    void removeAll(Predicate<Route> which) {
        for (Route route : routes()) {
            if (which.test(route)) {
                drop(route);
            }
        }
    }

    private void drop(Route route) {
        int length = route.destination().length();
        Int2ObjectHashMap<List<Route>> networks = byLength.get(length);
        List<Route> routes = networks.get(route.destination().network());
        routes.remove(route);
        if (routes.isEmpty()) {
            networks.remove(route.destination().network());
        }
        if (networks.isEmpty()) {
            lengthsInUse &= ~(1L << length);
        }
    }

    /** All routes in the order of {@code ip route}: by network, the longer prefix first, then by metric. */
    public List<Route> routes() {
        List<Route> all = new ArrayList<>();
        for (Int2ObjectHashMap<List<Route>> networks : byLength) {
            networks.values().forEach(all::addAll);
        }
        all.sort(Comparator.<Route>comparingLong(route -> route.destination().network() & 0xffff_ffffL)
                .thenComparingInt(route -> -route.destination().length())
                .thenComparingInt(Route::metric));
        return all;
    }
}
