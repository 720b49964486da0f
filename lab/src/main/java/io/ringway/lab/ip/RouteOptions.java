package io.ringway.lab.ip;

import io.ringway.engine.device.Device;
import io.ringway.engine.route.Route;
import io.ringway.engine.route.RouteMetrics;
import io.ringway.engine.route.RouteMetrics.Metric;
import io.ringway.engine.route.RouteRequest;
import io.ringway.engine.route.Scope;
import io.ringway.lab.command.Arguments;
import io.ringway.lab.command.Scene;
import io.ringway.nat.AddressType;
import io.ringway.packet.Ipv4Prefix;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The words of a route ({@code iproute.c:iproute_modify(), parse_one_nh()}). */
final class RouteOptions {
    private static final Map<String, Metric> METRICS = Map.of(
            "mtu", Metric.MTU,
            "advmss", Metric.ADVMSS,
            "window", Metric.WINDOW,
            "cwnd", Metric.CWND,
            "initcwnd", Metric.INITCWND,
            "initrwnd", Metric.INITRWND,
            "ssthresh", Metric.SSTHRESH,
            "reordering", Metric.REORDERING,
            "hoplimit", Metric.HOPLIMIT);
    private static final Set<String> LATER = Set.of(
            "as",
            "expires",
            "features",
            "quickack",
            "congctl",
            "rto_min",
            "realms",
            "realm",
            "vrf",
            "pref",
            "encap",
            "ttl-propagate",
            "fastopen_no_cookie");

    private final Arguments args;
    private final Scene scene;
    private final boolean removing;
    private Ipv4Prefix destination;
    private AddressType type;
    private boolean strangeType;
    private int tos;
    private int gateway;
    private boolean hasGateway;
    private boolean onLink;
    private String device;
    private int source;
    private int metric;
    private Integer scope;
    private int protocol;
    private Integer table;
    private boolean nexthopId;
    private RouteMetrics metrics = RouteMetrics.NONE;
    private final List<RouteRequest.Way> nexthops = new ArrayList<>();

    private RouteOptions(Arguments args, Scene scene, boolean removing) {
        this.args = args;
        this.scene = scene;
        this.removing = removing;
        protocol = removing ? 0 : Route.PROTOCOL_BOOT;
    }

    static RouteRequest read(Arguments args, Scene scene, boolean removing) {
        RouteOptions options = new RouteOptions(args, scene, removing);
        while (args.hasNext()) {
            options.take(args.next());
        }
        return options.request();
    }

    private void take(String word) {
        switch (word) {
            case "src" -> source = Inet.address(args, Words.value(args), "inet");
            case "via" -> takeGateway();
            case "from" -> Inet.prefix(args, Words.value(args));
            case "tos" -> tos = RouteWords.service(args, "\"tos\" value is invalid");
            case "metric", "priority", "preference" ->
                metric = RouteWords.unsigned(args, "\"metric\" value is invalid");
            case "scope" -> scope = ScopeWord.read(args, "invalid \"scope\" value");
            case "rtt", "rttvar" -> takeTime(word);
            case "onlink" -> onLink = true;
            case "nexthop" -> takeNexthops();
            case "nhid" -> {
                RouteWords.unsigned(args, "\"id\" value is invalid");
                nexthopId = true;
            }
            case "dev", "oif" -> device = Words.value(args);
            case "to" -> takeDestination(Words.value(args));
            default -> takeAbbreviated(word);
        }
    }

    private void takeAbbreviated(String word) {
        if (Arguments.abbreviates(word, "dsfield")) {
            tos = RouteWords.service(args, "\"tos\" value is invalid");
        } else if (Arguments.abbreviates(word, "metric") || Arguments.abbreviates(word, "priority")) {
            metric = RouteWords.unsigned(args, "\"metric\" value is invalid");
        } else if (METRICS.containsKey(word)) {
            takeMetric(word);
        } else if (Arguments.abbreviates(word, "protocol")) {
            protocol = RouteWords.protocol(args, "\"protocol\" value is invalid");
        } else if (Arguments.abbreviates(word, "table")) {
            table = RouteWords.table(args, "\"table\" value is invalid");
        } else if (LATER.contains(word)) {
            throw args.notModelled("ip route … " + word);
        } else {
            takeDestination(word);
        }
    }

    private void takeGateway() {
        if (hasGateway) {
            throw Words.wrong(args, "use nexthop syntax to specify multiple via");
        }
        hasGateway = true;
        gateway = gateway();
    }

    private int gateway() {
        args.take("inet");
        if (args.take("inet6")) {
            throw args.notModelled("IPv6");
        }
        return Inet.address(args, Words.value(args), "inet");
    }

    private void takeMetric(String word) {
        boolean lock = args.take("lock");
        String name = word.equals("advmss") ? "mss" : word;
        int value = RouteWords.unsigned(args, "\"" + name + "\" value is invalid");
        if (word.equals("hoplimit") && (value < 0 || value > 255)) {
            throw Words.wrong(args, "\"hoplimit\" value is invalid");
        }
        metrics = metrics.with(METRICS.get(word), Integer.toUnsignedLong(value), lock);
    }

    /** Milliseconds, or with a unit; kept as the kernel keeps them. */
    private void takeTime(String word) {
        boolean lock = args.take("lock");
        String value = Words.value(args);
        if (!value.matches("\\d{1,6}(ms|s)?")) {
            throw Words.wrong(args, "\"" + word + "\" value is invalid");
        }
        boolean raw = value.matches("\\d+");
        boolean rtt = word.equals("rtt");
        long number = Long.parseLong(value.replaceAll("\\D", ""));
        long ms = value.endsWith("ms") || raw ? number : number * 1000;
        metrics = metrics.with(rtt ? Metric.RTT : Metric.RTTVAR, raw ? ms : ms * (rtt ? 8 : 4), lock);
    }

    private void takeNexthops() {
        args.back();
        while (args.hasNext()) {
            if (!args.next().equals("nexthop")) {
                throw args.refuse(
                        255, "Error: \"nexthop\" or end of line is expected instead of \"" + args.last() + "\"");
            }
            if (!args.hasNext()) {
                throw args.refuse(255, "Error: unexpected end of line after \"nexthop\"");
            }
            nexthops.add(nexthop());
        }
    }

    private RouteRequest.Way nexthop() {
        Device by = null;
        int through = 0;
        int weight = 1;
        boolean unchecked = false;
        while (args.hasNext()) {
            switch (args.next()) {
                case "via" -> through = gateway();
                case "dev" -> by = nexthopDevice(Words.value(args));
                case "weight" -> {
                    weight = RouteWords.unsigned(args, "\"weight\" is invalid");
                    if (weight < 1 || weight > 256) {
                        throw Words.wrong(args, "\"weight\" is invalid");
                    }
                }
                case "onlink" -> unchecked = true;
                case "realms", "encap", "as" -> throw args.notModelled("nexthop … " + args.last());
                default -> {
                    args.back();
                    return new RouteRequest.Way(by, through, unchecked, weight);
                }
            }
        }
        return new RouteRequest.Way(by, through, unchecked, weight);
    }

    private Device nexthopDevice(String name) {
        Device found = scene.namespace().device(name);
        if (found == null) {
            throw args.refuse(255, "Cannot find device \"" + name + "\"\nError: cannot parse nexthop");
        }
        return found;
    }

    private void takeDestination(String first) {
        String word = first;
        boolean named = !first.isEmpty() && !Character.isDigit(first.charAt(0));
        if (named && (RouteWords.type(first) != null || first.equals("nat") || first.equals("xresolve"))) {
            type = RouteWords.type(first);
            strangeType = type == null;
            word = Words.value(args);
        }
        if (destination != null) {
            throw Words.garbage(args, "to");
        }
        destination = Inet.prefix(args, word);
    }

    private RouteRequest request() {
        if (destination == null) {
            throw args.refuse(255, "Usage: ip route { add | del | change | append | replace } ROUTE");
        }
        Device by = device == null ? null : scene.namespace().device(device);
        if (device != null && by == null) {
            throw args.noDevice(1, device);
        }
        if ((tos & 3) != 0) {
            throw Words.kernel(args, "Error: Invalid dsfield (tos): ECN bits must be 0.");
        }
        if (nexthopId) {
            if (hasGateway || by != null || !nexthops.isEmpty()) {
                throw Words.kernel(args, "Error: Nexthop specification and nexthop id are mutually exclusive.");
            }
            throw args.notModelled("a nexthop object (nhid)");
        }
        if (strangeType) {
            throw Words.kernel(args, "Error: Invalid scope.");
        }
        return new RouteRequest(
                destination,
                tos,
                type == null && !removing ? AddressType.UNICAST : type,
                scope == null ? defaultScope() : scope,
                metric,
                protocol,
                source,
                metrics,
                table == null || table == RouteWords.TABLE_UNSPEC ? defaultTable() : table,
                new RouteRequest.Way(by, gateway, onLink, 1),
                nexthops);
    }

    private int defaultTable() {
        if (table != null || type == null) {
            return RouteWords.TABLE_MAIN;
        }
        return switch (type) {
            case LOCAL, BROADCAST, ANYCAST -> RouteWords.TABLE_LOCAL;
            default -> RouteWords.TABLE_MAIN;
        };
    }

    /** As far as the route reaches: a gateway is further away than a link. */
    private int defaultScope() {
        AddressType kind = type == null ? AddressType.UNICAST : type;
        return switch (kind) {
            case LOCAL -> Scope.HOST;
            case BROADCAST, MULTICAST, ANYCAST -> Scope.LINK;
            case UNICAST -> removing ? Scope.NOWHERE : hasGateway || !nexthops.isEmpty() ? Scope.UNIVERSE : Scope.LINK;
            default -> removing ? Scope.NOWHERE : Scope.UNIVERSE;
        };
    }
}
