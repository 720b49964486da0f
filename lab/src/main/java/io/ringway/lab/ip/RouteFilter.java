package io.ringway.lab.ip;

import io.ringway.engine.device.Device;
import io.ringway.engine.route.Nexthop;
import io.ringway.engine.route.Route;
import io.ringway.engine.route.RouteTable;
import io.ringway.engine.route.Routing;
import io.ringway.lab.command.Arguments;
import io.ringway.lab.command.Scene;
import io.ringway.lab.show.RouteView;
import io.ringway.nat.AddressType;
import io.ringway.packet.Ipv4Prefix;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Which routes {@code ip route show} and {@code ip route flush} are about ({@code iproute.c:iproute_list_flush_or_save()}). */
final class RouteFilter {
    private static final int HOST = 32;

    private final EnumSet<RouteView.Part> hidden = EnumSet.noneOf(RouteView.Part.class);
    private Integer table = RouteWords.TABLE_MAIN;
    private boolean nothing;
    private Ipv4Prefix root;
    private Ipv4Prefix match;
    private Ipv4Prefix gateway;
    private Ipv4Prefix source;
    private AddressType type;
    private Device device;
    private Integer scope;
    private Integer protocol;
    private Integer tos;
    private Integer metric;

    private RouteFilter() {}

    static RouteFilter read(Arguments args, Scene scene) {
        RouteFilter filter = new RouteFilter();
        while (args.hasNext()) {
            filter.take(args, scene, args.next());
        }
        if (filter.table != null) {
            filter.hidden.add(RouteView.Part.TABLE);
        }
        return filter;
    }

    private void take(Arguments args, Scene scene, String word) {
        switch (word) {
            case "dev", "oif" -> {
                Words.value(args);
                device = Words.device(args, scene);
                hidden.add(RouteView.Part.DEVICE);
            }
            case "tos", "dsfield" -> {
                tos = RouteWords.service(args, "TOS value is invalid");
                hidden.add(RouteView.Part.SERVICE);
            }
            case "via" -> {
                args.take("inet");
                gateway = Inet.prefix(args, Words.value(args));
                hide(RouteView.Part.GATEWAY, gateway.length() == HOST);
            }
            case "src" -> {
                source = Inet.prefix(args, Words.value(args));
                hide(RouteView.Part.SOURCE, source.length() == HOST);
            }
            case "iif", "mark", "realm", "realms", "vrf" -> throw args.notModelled("the selector " + word);
            default -> takeAbbreviated(args, word);
        }
    }

    private void takeAbbreviated(Arguments args, String word) {
        if (Arguments.abbreviates(word, "table")) {
            takeTable(args);
        } else if (Arguments.abbreviates(word, "cached") || Arguments.abbreviates(word, "cloned")) {
            nothing = true;
        } else if (Arguments.abbreviates(word, "protocol")) {
            protocol = Words.value(args).equals("all") ? null : protocolAgain(args);
            hidden.add(RouteView.Part.PROTOCOL);
        } else if (Arguments.abbreviates(word, "scope")) {
            scope = Words.value(args).equals("all") ? null : scopeAgain(args);
            hide(RouteView.Part.SCOPE, scope != null);
        } else if (Arguments.abbreviates(word, "type")) {
            type = RouteWords.type(Words.value(args));
            if (type == null) {
                throw Words.wrong(args, "node type value is invalid");
            }
        } else if (Arguments.abbreviates(word, "metric") || Arguments.abbreviates(word, "priority")) {
            metric = RouteWords.unsigned(args, "\"metric\" value is invalid");
            hidden.add(RouteView.Part.METRIC);
        } else if (Arguments.abbreviates(word, "from")) {
            Inet.prefix(args, Words.value(args));
            nothing = true;
        } else {
            takeDestination(args, Arguments.abbreviates(word, "to") ? Words.value(args) : word);
        }
    }

    private void hide(RouteView.Part part, boolean hide) {
        if (hide) {
            hidden.add(part);
        }
    }

    private static int protocolAgain(Arguments args) {
        args.back();
        return RouteWords.protocol(args, "invalid \"protocol\"");
    }

    private static int scopeAgain(Arguments args) {
        args.back();
        return ScopeWord.read(args, "invalid \"scope\"");
    }

    private void takeTable(Arguments args) {
        switch (Words.value(args)) {
            case "all" -> table = null;
            case "cache" -> nothing = true;
            default -> {
                args.back();
                table = RouteWords.table(args, "table id value is invalid\n");
                table = table == RouteWords.TABLE_UNSPEC ? null : table;
            }
        }
    }

    private void takeDestination(Arguments args, String word) {
        if (Arguments.abbreviates(word, "root")) {
            root = Inet.prefix(args, Words.value(args));
        } else if (Arguments.abbreviates(word, "match")) {
            match = Inet.prefix(args, Words.value(args));
        } else {
            root = Inet.prefix(args, Arguments.abbreviates(word, "exact") ? Words.value(args) : word);
            match = root;
        }
    }

    /** The routes that are meant, in the tool's order; null when the table was never made. */
    List<Route> of(Routing routing) {
        List<Route> found = new ArrayList<>();
        if (table != null && routing.table(table) == null) {
            return null;
        }
        for (RouteTable each : routing.allTables()) {
            if (table == null || table == each.number()) {
                each.routes().stream().filter(this::accepts).forEach(found::add);
            }
        }
        return found;
    }

    boolean accepts(Route route) {
        Nexthop way = route.nexthop();
        int shownGateway = route.isMultipath() ? 0 : way.gateway();
        Device shownDevice = route.isMultipath() ? null : way.device();
        Ipv4Prefix to = route.destination();
        return !nothing
                && (table == null || table == route.table())
                && (root == null || (to.length() >= root.length() && root.contains(to.network())))
                && (match == null || (to.length() <= match.length() && to.contains(match.address())))
                && (device == null || shownDevice == device)
                && (type == null || route.type() == type)
                && (scope == null || route.scope() == scope)
                && (protocol == null || protocol == 0 || route.protocol() == protocol)
                && (tos == null || route.tos() == tos)
                && (metric == null || route.metric() == metric)
                && (gateway == null || gateway.contains(shownGateway))
                && (source == null || source.contains(route.preferredSource()));
    }

    Set<RouteView.Part> hidden() {
        return hidden;
    }

    boolean ofNothing() {
        return nothing;
    }
}
