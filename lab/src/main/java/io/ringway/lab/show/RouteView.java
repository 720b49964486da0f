package io.ringway.lab.show;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ringway.engine.ipv4.Route;
import io.ringway.engine.ipv4.Scope;
import io.ringway.nat.AddressType;
import io.ringway.packet.Ipv4Address;
import io.ringway.packet.Ipv4Prefix;
import java.util.Locale;

/**
 * A route as {@code ip route} prints it ({@code iproute.c:print_route()}).
 *
 * @param details whether {@code -d} names type, protocol and scope even where they go without saying
 * @param withDevice false where the user asked for one device's routes
 */
public record RouteView(boolean details, boolean withDevice) {

    public ObjectNode json(Route route) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        if (namesType(route)) {
            node.put("type", type(route));
        }
        node.put("dst", destination(route.destination()));
        if (route.gateway() != 0) {
            node.put("gateway", Ipv4Address.format(route.gateway()));
        }
        if (route.device() != null && withDevice) {
            node.put("dev", route.device().name());
        }
        if (details || !route.protocol().equals("boot")) {
            node.put("protocol", route.protocol());
        }
        if (details || route.scope() != Scope.UNIVERSE) {
            node.put("scope", Scope.name(route.scope()));
        }
        if (route.preferredSource() != 0) {
            node.put("prefsrc", Ipv4Address.format(route.preferredSource()));
        }
        if (route.metric() != 0) {
            node.put("metric", route.metric());
        }
        ArrayNode flags = node.putArray("flags");
        if (isLinkDown(route)) {
            flags.add("linkdown");
        }
        return node;
    }

    public String text(Route route) {
        StringBuilder line = new StringBuilder();
        line.append(namesType(route) ? type(route) + " " : "")
                .append(destination(route.destination()))
                .append(' ');
        if (route.gateway() != 0) {
            line.append("via ").append(Ipv4Address.format(route.gateway())).append(' ');
        }
        if (route.device() != null && withDevice) {
            line.append("dev ").append(route.device().name()).append(' ');
        }
        if (details || !route.protocol().equals("boot")) {
            line.append("proto ").append(route.protocol()).append(' ');
        }
        if (details || route.scope() != Scope.UNIVERSE) {
            line.append("scope ").append(Scope.name(route.scope())).append(' ');
        }
        if (route.preferredSource() != 0) {
            line.append("src ")
                    .append(Ipv4Address.format(route.preferredSource()))
                    .append(' ');
        }
        if (route.metric() != 0) {
            line.append("metric ").append(route.metric()).append(' ');
        }
        return line.append(isLinkDown(route) ? "linkdown " : "").append('\n').toString();
    }

    private boolean namesType(Route route) {
        return details || route.type() != AddressType.UNICAST;
    }

    private static String type(Route route) {
        return route.type().name().toLowerCase(Locale.ROOT);
    }

    /** A route to this host needs no carrier ({@code fib_semantics.c:fib_create_info()}). */
    private static boolean isLinkDown(Route route) {
        boolean local = route.scope() == Scope.HOST;
        return route.device() != null && !local && !route.device().hasCarrier();
    }

    private static String destination(Ipv4Prefix prefix) {
        if (prefix.length() == 0) {
            return "default";
        }
        return prefix.length() == 32 ? Ipv4Address.format(prefix.address()) : prefix.toString();
    }
}
