package io.ringway.engine.route;

import io.ringway.packet.Ipv4Prefix;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.agrona.collections.Int2ObjectHashMap;

/**
 * A routing table: one hash of networks for each prefix length in use, asked from the longest on. Routes to the same
 * network stand by type of service, the highest first, then by metric, the lowest first ({@code fib_find_alias()}).
 */
public final class RouteTable {
    private final int number;
    private final List<Int2ObjectHashMap<List<Route>>> byLength = new ArrayList<>();
    private long lengthsInUse;
    private int defaults;

    RouteTable(int number) {
        this.number = number;
        for (int length = 0; length <= 32; length++) {
            byLength.add(new Int2ObjectHashMap<>());
        }
    }

    public int number() {
        return number;
    }

    /** A bit for each prefix length that some route has. */
    long lengthsInUse() {
        return lengthsInUse;
    }

    /** How many default routes there are ({@code tb_num_default}). */
    public int defaults() {
        return defaults;
    }

    /** The routes to the network of this length that holds the address; null for none. */
    List<Route> at(int length, int address) {
        return byLength.get(length).get(length == 0 ? 0 : address & -1 << (32 - length));
    }

    /** Those to the very destination, in order; never null. */
    public List<Route> to(Ipv4Prefix destination) {
        List<Route> routes = byLength.get(destination.length()).get(destination.network());
        return routes == null ? List.of() : routes;
    }

    /** Where a route of this type of service and metric stands or would stand among those to its destination. */
    int place(Route route) {
        List<Route> routes = to(route.destination());
        int place = 0;
        while (place < routes.size() && isBefore(routes.get(place), route)) {
            place++;
        }
        return place;
    }

    private static boolean isBefore(Route one, Route other) {
        return one.tos() > other.tos()
                || (one.tos() == other.tos() && Integer.compareUnsigned(one.metric(), other.metric()) < 0);
    }

    void insert(int place, Route route) {
        int length = route.destination().length();
        byLength.get(length)
                .computeIfAbsent(route.destination().network(), network -> new ArrayList<>(1))
                .add(place, route);
        lengthsInUse |= 1L << length;
        defaults += length == 0 ? 1 : 0;
    }

    void set(int place, Route route) {
        to(route.destination()).set(place, route);
    }

    /** Adds behind those with the same destination, type of service and metric, unless it is there ({@code fib_magic()}). */
    void append(Route route) {
        List<Route> routes = to(route.destination());
        int place = place(route);
        while (place < routes.size() && isAlike(routes.get(place), route)) {
            if (routes.get(place).isSameAs(route)) {
                return;
            }
            place++;
        }
        insert(place, route);
    }

    /** The same key: destination, type of service, metric. */
    static boolean isAlike(Route one, Route other) {
        return one.tos() == other.tos() && one.metric() == other.metric();
    }

    /** Removes the routes that the predicate accepts, and says whether there was one. */
    boolean removeAll(Predicate<Route> which) {
        boolean any = false;
        for (Route route : routes()) {
            if (which.test(route)) {
                remove(route);
                any = true;
            }
        }
        return any;
    }

    void remove(Route route) {
        int length = route.destination().length();
        Int2ObjectHashMap<List<Route>> networks = byLength.get(length);
        List<Route> routes = networks.get(route.destination().network());
        routes.removeIf(each -> each == route);
        defaults -= length == 0 ? 1 : 0;
        if (routes.isEmpty()) {
            networks.remove(route.destination().network());
        }
        if (networks.isEmpty()) {
            lengthsInUse &= ~(1L << length);
        }
    }

    /** All routes in the order of {@code ip route}: by network, the longer prefix first. */
    public List<Route> routes() {
        List<Route> all = new ArrayList<>();
        for (Int2ObjectHashMap<List<Route>> networks : byLength) {
            networks.values().forEach(all::addAll);
        }
        all.sort(Comparator.<Route>comparingLong(route -> route.destination().network() & 0xffff_ffffL)
                .thenComparingInt(route -> -route.destination().length()));
        return all;
    }
}
