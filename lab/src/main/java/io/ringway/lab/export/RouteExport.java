package io.ringway.lab.export;

import io.ringway.engine.Namespace;
import io.ringway.engine.route.Nexthop;
import io.ringway.engine.route.Route;
import io.ringway.engine.route.RouteTable;
import io.ringway.lab.show.RouteNames;
import io.ringway.lab.show.RouteView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The routes of all tables that do not come with an address: direct ones first, since gateways are reached by them. Which
 * come with the addresses, a model says that is built from the lab so far.
 */
final class RouteExport implements ExportSection {
    private static final RouteView VIEW = new RouteView(false, true, new RouteNames(false), Set.of());

    private record Key(int table, String destination, int tos, int metric) {}

    @Override
    public void write(Namespace namespace, LabScript script) {
        List<Route> routes = new ArrayList<>();
        for (RouteTable table : namespace.stack().routing().allTables()) {
            routes.addAll(table.routes());
        }
        Set<String> made = madeByAddresses(namespace, script);
        List<Route> left = new ArrayList<>();
        Set<Key> there = new HashSet<>();
        for (Route route : routes) {
            if (made.remove(text(route))) {
                there.add(key(route));
            } else {
                left.add(route);
            }
        }
        made.forEach(gone -> script.ip(namespace, words("del", gone)));
        for (boolean direct : new boolean[] {true, false}) {
            for (Route route : left) {
                if (direct == isDirect(route)) {
                    String verb = there.add(key(route)) ? "add" : "append";
                    script.ip(namespace, words(verb, text(route)));
                }
            }
        }
    }

    /** The routes that the addresses bring, as text. */
    private static Set<String> madeByAddresses(Namespace namespace, LabScript script) {
        Namespace built = script.built(namespace);
        Set<String> made = new LinkedHashSet<>();
        for (RouteTable table : built.stack().routing().allTables()) {
            table.routes().forEach(route -> made.add(text(route)));
        }
        return made;
    }

    private static Key key(Route route) {
        return new Key(route.table(), route.destination().toString(), route.tos(), route.metric());
    }

    private static boolean isDirect(Route route) {
        return route.nexthops().stream().mapToInt(Nexthop::gateway).allMatch(gateway -> gateway == 0);
    }

    /** Without what follows from carriers. */
    private static String text(Route route) {
        return VIEW.text(route).replaceAll("\\\\| (linkdown|dead)\\b", " ").strip();
    }

    private static String[] words(String verb, String route) {
        List<String> words = new ArrayList<>(List.of("route", verb));
        words.addAll(Arrays.asList(route.split("\\s+")));
        return words.toArray(String[]::new);
    }
}
