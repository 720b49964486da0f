package io.ringway.lab.show;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ringway.engine.route.Nexthop;
import io.ringway.engine.route.Route;
import io.ringway.engine.route.RouteMetrics;
import io.ringway.engine.route.Scope;
import io.ringway.nat.AddressType;
import io.ringway.packet.Ipv4Address;
import io.ringway.packet.Ipv4Prefix;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A route as {@code ip route} prints it ({@code iproute.c:print_route()}).
 *
 * @param details whether {@code -d} names type, protocol and scope even where they go without saying
 * @param oneLine whether {@code -o} keeps nexthops on the line of their route
 * @param names how numbers are shown
 * @param hidden what goes without saying because the user asked for it
 */
public record RouteView(boolean details, boolean oneLine, RouteNames names, Set<Part> hidden) {
    /** What the tool leaves out when it was asked for. */
    public enum Part {
        SERVICE,
        GATEWAY,
        DEVICE,
        TABLE,
        PROTOCOL,
        SCOPE,
        SOURCE,
        METRIC
    }

    /** Table main as {@code ip route} prints it. */
    public static final RouteView MAIN = new RouteView(false, false, new RouteNames(false), Set.of(Part.TABLE));

    private static final int TABLE_MAIN = 254;

    public ObjectNode json(Route route) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        if (namesType(route)) {
            node.put("type", type(route));
        }
        node.put("dst", destination(route.destination()));
        if (shows(Part.SERVICE) && route.tos() != 0) {
            node.put("tos", names.ofService(route.tos()));
        }
        if (!route.isMultipath()) {
            way(node, route.nexthop());
        }
        if (namesTable(route)) {
            node.put("table", names.ofTable(route.table()));
        }
        if (namesProtocol(route)) {
            node.put("protocol", names.ofProtocol(route.protocol()));
        }
        if (namesScope(route)) {
            node.put("scope", scope(route.scope()));
        }
        if (shows(Part.SOURCE) && route.preferredSource() != 0) {
            node.put("prefsrc", Ipv4Address.format(route.preferredSource()));
        }
        if (shows(Part.METRIC) && route.metric() != 0) {
            node.put("metric", Integer.toUnsignedLong(route.metric()));
        }
        ArrayNode flags = node.putArray("flags");
        flags(route).forEach(flags::add);
        metrics(node, route.metrics());
        if (route.isMultipath()) {
            ArrayNode nexthops = node.putArray("nexthops");
            route.nexthops().forEach(nexthop -> nexthops.add(json(nexthop)));
        }
        return node;
    }

    private void way(ObjectNode node, Nexthop nexthop) {
        if (shows(Part.GATEWAY) && nexthop.gateway() != 0) {
            node.put("gateway", Ipv4Address.format(nexthop.gateway()));
        }
        if (shows(Part.DEVICE) && nexthop.device() != null) {
            node.put("dev", nexthop.device().name());
        }
    }

    private static ObjectNode json(Nexthop nexthop) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        if (nexthop.gateway() != 0) {
            node.put("gateway", Ipv4Address.format(nexthop.gateway()));
        }
        node.put("dev", nexthop.device().name());
        node.put("weight", nexthop.weight());
        ArrayNode flags = node.putArray("flags");
        flags(nexthop).forEach(flags::add);
        return node;
    }

    static void metrics(ObjectNode node, RouteMetrics metrics) {
        if (metrics.isEmpty()) {
            return;
        }
        ObjectNode values = node.putArray("metrics").addObject();
        for (RouteMetrics.Metric metric : RouteMetrics.Metric.values()) {
            if (metrics.isSaid(metric)) {
                values.put(metric.word(), shown(metric, metrics.get(metric)));
            }
        }
    }

    public String text(Route route) {
        StringBuilder line = new StringBuilder();
        line.append(namesType(route) ? type(route) + " " : "")
                .append(destination(route.destination()))
                .append(' ');
        if (shows(Part.SERVICE) && route.tos() != 0) {
            line.append("tos ").append(names.ofService(route.tos())).append(' ');
        }
        if (!route.isMultipath()) {
            way(line, route.nexthop(), shows(Part.GATEWAY), shows(Part.DEVICE));
        }
        if (namesTable(route)) {
            line.append("table ").append(names.ofTable(route.table())).append(' ');
        }
        if (namesProtocol(route)) {
            line.append("proto ").append(names.ofProtocol(route.protocol())).append(' ');
        }
        if (namesScope(route)) {
            line.append("scope ").append(scope(route.scope())).append(' ');
        }
        if (shows(Part.SOURCE) && route.preferredSource() != 0) {
            line.append("src ")
                    .append(Ipv4Address.format(route.preferredSource()))
                    .append(' ');
        }
        if (shows(Part.METRIC) && route.metric() != 0) {
            line.append("metric ")
                    .append(Integer.toUnsignedString(route.metric()))
                    .append(' ');
        }
        flags(route).forEach(flag -> line.append(flag).append(' '));
        line.append(metrics(route.metrics()));
        for (Nexthop nexthop : route.isMultipath() ? route.nexthops() : List.<Nexthop>of()) {
            line.append(oneLine ? "\\" : "\n").append("\tnexthop ");
            way(line, nexthop, true, true);
            line.append("weight ").append(nexthop.weight()).append(' ');
            flags(nexthop).forEach(flag -> line.append(flag).append(' '));
        }
        return line.append('\n').toString();
    }

    private static void way(StringBuilder line, Nexthop nexthop, boolean gateway, boolean device) {
        if (gateway && nexthop.gateway() != 0) {
            line.append("via ").append(Ipv4Address.format(nexthop.gateway())).append(' ');
        }
        if (device && nexthop.device() != null) {
            line.append("dev ").append(nexthop.device().name()).append(' ');
        }
    }

    static String metrics(RouteMetrics metrics) {
        StringBuilder text = new StringBuilder();
        for (RouteMetrics.Metric metric : RouteMetrics.Metric.values()) {
            if (metrics.isSaid(metric) || metrics.isLocked(metric)) {
                boolean time = metric == RouteMetrics.Metric.RTT || metric == RouteMetrics.Metric.RTTVAR;
                text.append(metric.word())
                        .append(metrics.isLocked(metric) ? " lock " : " ")
                        .append(shown(metric, metrics.get(metric)))
                        .append(time ? "ms " : " ");
            }
        }
        return text.toString();
    }

    /** Round trip times are kept in eighths, their variance in quarters. */
    private static long shown(RouteMetrics.Metric metric, long value) {
        return switch (metric) {
            case RTT -> value / 8;
            case RTTVAR -> value / 4;
            default -> value;
        };
    }

    private boolean shows(Part part) {
        return !hidden.contains(part);
    }

    private boolean namesType(Route route) {
        return details || route.type() != AddressType.UNICAST;
    }

    private boolean namesTable(Route route) {
        return shows(Part.TABLE) && (details || route.table() != TABLE_MAIN);
    }

    private boolean namesProtocol(Route route) {
        return shows(Part.PROTOCOL) && (details || route.protocol() != Route.PROTOCOL_BOOT);
    }

    private boolean namesScope(Route route) {
        return shows(Part.SCOPE) && (details || route.scope() != Scope.UNIVERSE);
    }

    private String scope(int scope) {
        return names.numeric() ? Integer.toString(scope) : Scope.name(scope);
    }

    /** The types stand in the order of the kernel's numbers. */
    private String type(Route route) {
        return names.numeric()
                ? Integer.toString(route.type().ordinal())
                : route.type().name().toLowerCase(Locale.ROOT);
    }

    private static List<String> flags(Route route) {
        if (route.isMultipath()) {
            return route.isLinkDown() && !route.isDead() ? List.of("linkdown") : List.of();
        }
        return flags(route.nexthop());
    }

    private static List<String> flags(Nexthop nexthop) {
        java.util.ArrayList<String> flags = new java.util.ArrayList<>();
        if (nexthop.dead()) {
            flags.add("dead");
        }
        if (nexthop.onLink()) {
            flags.add("onlink");
        }
        if (nexthop.linkDown()) {
            flags.add("linkdown");
        }
        return flags;
    }

    static String destination(Ipv4Prefix prefix) {
        if (prefix.length() == 0) {
            return "default";
        }
        return prefix.length() == 32 ? Ipv4Address.format(prefix.address()) : prefix.toString();
    }
}
