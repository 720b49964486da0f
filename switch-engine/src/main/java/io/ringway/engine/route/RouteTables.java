package io.ringway.engine.route;

import io.ringway.engine.setting.StackSettings;
import io.ringway.nat.AddressType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The routing tables of one namespace by number. As long as nobody touched the rules, {@code local} and {@code main} are
 * one trie, in which the longer prefix wins and {@code local} among equals ({@code fib_trie.c:fib_trie_unmerge()}).
 */
final class RouteTables {
    static final int LOCAL = 255;
    static final int MAIN = 254;
    static final int DEFAULT = 253;
    private static final int HASH_MASK = 255;

    private final Map<Integer, RouteTable> byNumber = new LinkedHashMap<>();
    private final RouteTable local = makeTable(LOCAL);
    private final RouteTable main = makeTable(MAIN);
    private final StackSettings settings;

    RouteTables(StackSettings settings) {
        this.settings = settings;
    }

    private RouteTable makeTable(int number) {
        RouteTable table = new RouteTable(number);
        byNumber.put(number, table);
        return table;
    }

    RouteTable local() {
        return local;
    }

    RouteTable main() {
        return main;
    }

    /** Null when nothing was ever added to it. */
    RouteTable get(int number) {
        return byNumber.get(number);
    }

    RouteTable make(int number) {
        RouteTable known = byNumber.get(number);
        return known != null ? known : makeTable(number);
    }

    /** A number that no table has yet ({@code fib_rules.c:fib_empty_table()}). */
    int unused() {
        int number = 1;
        while (byNumber.containsKey(number)) {
            number++;
        }
        return number;
    }

    /** In the order of {@code ip route show table all}: by hash, the newest first within one. */
    List<RouteTable> all() {
        List<RouteTable> all = new ArrayList<>(byNumber.values());
        Collections.reverse(all);
        all.sort(Comparator.comparingInt(table -> table.number() & HASH_MASK));
        return all;
    }

    /** Null when found, in the one trie of {@code main} and {@code local}. */
    RouteError lookupMerged(Flow flow, FibResult result) {
        result.table = MAIN;
        for (long lengths = local.lengthsInUse() | main.lengthsInUse(); lengths != 0; ) {
            int length = 63 - Long.numberOfLeadingZeros(lengths);
            lengths &= ~(1L << length);
            RouteError answer = match(local.at(length, flow.destination), flow, result);
            if (answer == RouteError.TRY_NEXT) {
                answer = match(main.at(length, flow.destination), flow, result);
            }
            if (answer != RouteError.TRY_NEXT) {
                return ended(answer);
            }
        }
        return RouteError.TRY_NEXT;
    }

    /** Where the routes that an address brings with it are kept. */
    RouteTable holding(Route route) {
        return route.type() == AddressType.UNICAST ? main() : local();
    }

    /** Null when found ({@code fib_trie.c:fib_table_lookup()}). */
    RouteError lookup(RouteTable table, Flow flow, FibResult result) {
        result.table = table.number();
        for (long lengths = table.lengthsInUse(); lengths != 0; ) {
            int length = 63 - Long.numberOfLeadingZeros(lengths);
            lengths &= ~(1L << length);
            RouteError answer = match(table.at(length, flow.destination), flow, result);
            if (answer != RouteError.TRY_NEXT) {
                return ended(answer);
            }
        }
        return RouteError.TRY_NEXT;
    }

    /** A route of type throw ends the search in its table. */
    private static RouteError ended(RouteError answer) {
        return answer == RouteError.NO_DEVICE ? RouteError.TRY_NEXT : answer;
    }

    /** {@code NO_DEVICE} stands for throw here, {@code TRY_NEXT} for no match. */
    private RouteError match(List<Route> routes, Flow flow, FibResult result) {
        if (routes == null) {
            return RouteError.TRY_NEXT;
        }
        for (int i = 0; i < routes.size(); i++) {
            Route route = routes.get(i);
            if (!flow.hasService(route.tos()) || route.scope() < flow.scope) {
                continue;
            }
            RouteError refusal = refusal(route.type());
            if (refusal != null) {
                result.found(route, route.nexthop());
                return refusal;
            }
            Nexthop way = firstGood(route, flow);
            if (way != null) {
                result.found(route, way);
                return null;
            }
        }
        return RouteError.TRY_NEXT;
    }

    /** {@code fib_semantics.c:fib_props}. */
    private static RouteError refusal(AddressType type) {
        return switch (type) {
            case BLACKHOLE -> RouteError.INVALID;
            case UNREACHABLE -> RouteError.HOST_UNREACHABLE;
            case PROHIBIT -> RouteError.PROHIBITED;
            case THROW -> RouteError.NO_DEVICE;
            default -> null;
        };
    }

    /** {@code fib_trie.c:fib_lookup_good_nhc()}. */
    private Nexthop firstGood(Route route, Flow flow) {
        List<Nexthop> ways = route.nexthops();
        for (int i = 0; i < ways.size(); i++) {
            Nexthop way = ways.get(i);
            boolean usable = !way.dead()
                    && (flow.ignoresLinkState || !isIgnored(way))
                    && (flow.out == 0 || way.device().ifindex() == flow.out);
            if (usable) {
                return way;
            }
        }
        return null;
    }

    /** Whether a way without carrier does not count ({@code ignore_routes_with_linkdown}). */
    boolean isIgnored(Nexthop way) {
        return settings.ignoresLinkdown() && settings.ignoresLinkdown(way.device()) && way.linkDown();
    }
}
