package io.ringway.lab.ip;

import io.ringway.engine.ipv4.Scope;
import io.ringway.lab.command.Arguments;
import io.ringway.nat.AddressType;
import io.ringway.packet.Ipv4Prefix;
import java.util.Map;

/** The words of a route ({@code iproute.c:iproute_modify()}). */
final class RouteOptions {
    private static final Map<String, AddressType> TYPES = Map.of(
            "unicast", AddressType.UNICAST,
            "blackhole", AddressType.BLACKHOLE,
            "unreachable", AddressType.UNREACHABLE,
            "prohibit", AddressType.PROHIBIT);

    private final Arguments args;
    Ipv4Prefix destination;
    /** Null when the user named none. */
    AddressType type;

    Integer gateway;
    String device;
    Integer source;
    Integer metric;
    Integer scope;
    String protocol;

    private RouteOptions(Arguments args) {
        this.args = args;
    }

    static RouteOptions read(Arguments args) {
        RouteOptions options = new RouteOptions(args);
        while (args.hasNext()) {
            options.take(args.next());
        }
        return options;
    }

    private void take(String word) {
        switch (word) {
            case "via" -> {
                args.take("inet");
                gateway = Inet.address(args, Words.value(args), "inet");
            }
            case "dev", "oif" -> device = Words.value(args);
            case "src" -> source = Inet.address(args, Words.value(args), "inet");
            case "metric", "priority", "preference" -> takeMetric();
            case "scope" -> scope = ScopeWord.read(args, "invalid \"scope\" value");
            case "proto", "protocol" -> takeProtocol();
            case "table" -> {
                if (!Words.value(args).equals("main") && !args.last().equals("254")) {
                    throw args.notModelled("routing table " + args.last());
                }
            }
            case "to" -> takeDestination(Words.value(args));
            case "tos",
                    "dsfield",
                    "mtu",
                    "advmss",
                    "onlink",
                    "nexthop",
                    "nhid",
                    "rtt",
                    "rttvar",
                    "window",
                    "cwnd",
                    "initcwnd",
                    "initrwnd",
                    "realms",
                    "realm",
                    "pervasive",
                    "weight",
                    "encap",
                    "quickack",
                    "congctl",
                    "features",
                    "hoplimit",
                    "lock",
                    "reordering",
                    "ssthresh",
                    "rto_min",
                    "expires",
                    "pref",
                    "fastopen_no_cookie",
                    "vrf",
                    "ttl-propagate",
                    "throw",
                    "local",
                    "broadcast",
                    "multicast",
                    "nat",
                    "anycast" -> throw args.notModelled("ip route … " + word);
            default -> takeDestination(word);
        }
    }

    private void takeDestination(String word) {
        if (destination == null && type == null && TYPES.containsKey(word)) {
            type = TYPES.get(word);
            return;
        }
        if (destination != null) {
            throw Words.garbage(args, "to");
        }
        destination = Inet.prefix(args, word);
    }

    private void takeMetric() {
        Long value = Words.number(Words.value(args));
        if (value == null || value < 0 || value > Integer.MAX_VALUE) {
            throw Words.wrong(args, "\"metric\" value is invalid");
        }
        metric = value.intValue();
    }

    private void takeProtocol() {
        protocol = switch (Words.value(args)) {
            case "kernel", "2" -> "kernel";
            case "boot", "3" -> "boot";
            case "static", "4" -> "static";
            default -> {
                if (args.last().matches("\\d{1,3}|ra|dhcp|zebra|bird|bgp|ospf|isis|rip|eigrp|gated|mrt|redirect")) {
                    throw args.notModelled("route protocol " + args.last());
                }
                throw Words.wrong(args, "\"protocol\" value is invalid");
            }
        };
    }

    boolean refusing() {
        return type != null && type != AddressType.UNICAST;
    }

    /** As far as the route reaches: a gateway is further away than a link. */
    int effectiveScope() {
        if (scope != null) {
            return scope;
        }
        return refusing() || gateway != null ? Scope.UNIVERSE : Scope.LINK;
    }
}
