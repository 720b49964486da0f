package io.ringway.lab.export;

import io.ringway.engine.Namespace;
import io.ringway.engine.ipv4.Nexthop;
import io.ringway.engine.ipv4.Route;
import io.ringway.engine.ipv4.RouteTable;
import io.ringway.lab.show.RouteNames;
import io.ringway.lab.show.RouteView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The routes of all tables that do not come with an address: direct ones first, since gateways are reached by them. */
final class RouteExport implements ExportSection {
    private static final RouteView VIEW = new RouteView(false, true, new RouteNames(false), Set.of());

    private record Key(int table, String destination, int tos, int metric) {}

    @Override
    public void write(Namespace namespace, LabScript script) {
        List<Route> routes = new ArrayList<>();
        for (RouteTable table : namespace.stack().routing().allTables()) {
            routes.addAll(table.routes());
        }
        Set<Key> there = new HashSet<>();
        routes.stream().filter(RouteExport::comesWithAddress).forEach(route -> there.add(key(route)));
        for (boolean direct : new boolean[] {true, false}) {
            for (Route route : routes) {
                if (!comesWithAddress(route) && direct == isDirect(route)) {
                    String verb = there.add(key(route)) ? "add" : "append";
                    script.ip(namespace, words(verb, route));
                }
            }
        }
    }

    private static Key key(Route route) {
        return new Key(route.table(), route.destination().toString(), route.tos(), route.metric());
    }

    private static boolean comesWithAddress(Route route) {
        return route.protocol() == Route.PROTOCOL_KERNEL;
    }

    private static boolean isDirect(Route route) {
        return route.nexthops().stream().mapToInt(Nexthop::gateway).allMatch(gateway -> gateway == 0);
    }

    private static String[] words(String verb, Route route) {
        List<String> words = new ArrayList<>(List.of("route", verb));
        words.addAll(Arrays.asList(VIEW.text(route).replace('\\', ' ').strip().split("\\s+")));
        words.removeAll(List.of("linkdown", "dead"));
        return words.toArray(String[]::new);
    }
}
