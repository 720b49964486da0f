package io.ringway.lab.ip;

import io.ringway.engine.device.Device;
import io.ringway.engine.ipv4.Route;
import io.ringway.lab.command.Arguments;
import io.ringway.lab.command.Scene;
import io.ringway.packet.Ipv4Prefix;

/** Which routes {@code ip route show} and {@code ip route flush} are about ({@code iproute.c:iproute_list_flush_or_save()}). */
final class RouteFilter {
    private Ipv4Prefix destination;
    private Device device;
    private boolean localTable;
    private Integer scope;
    private String protocol;
    private Integer gateway;

    private RouteFilter() {}

    static RouteFilter read(Arguments args, Scene scene) {
        RouteFilter filter = new RouteFilter();
        while (args.hasNext()) {
            filter.take(args, scene, args.next());
        }
        return filter;
    }

    private void take(Arguments args, Scene scene, String word) {
        switch (word) {
            case "dev", "oif" -> {
                Words.value(args);
                device = Words.device(args, scene);
            }
            case "table" -> {
                String table = Words.value(args);
                if (!table.equals("main") && !table.equals("local")) {
                    throw args.notModelled("routing table " + table);
                }
                localTable = table.equals("local");
            }
            case "scope" -> scope = ScopeWord.read(args, "invalid \"scope\"");
            case "proto" -> protocol = Words.value(args);
            case "via" -> gateway = Inet.address(args, Words.value(args), "inet");
            case "to", "exact" -> destination = Inet.prefix(args, Words.value(args));
            case "root", "match", "cached", "cloned", "tos", "src", "from", "realm", "realms", "vrf", "type", "iif" ->
                throw args.notModelled("the selector " + word);
            default -> {
                if (destination != null) {
                    throw Words.garbage(args, "to");
                }
                destination = Inet.prefix(args, word);
            }
        }
    }

    boolean accepts(Route route) {
        return (destination == null || route.destination().equals(destination))
                && (device == null || route.device() == device)
                && (scope == null || route.scope() == scope)
                && (protocol == null || route.protocol().equals(protocol))
                && (gateway == null || route.gateway() == gateway);
    }

    Device device() {
        return device;
    }

    boolean localTable() {
        return localTable;
    }
}
