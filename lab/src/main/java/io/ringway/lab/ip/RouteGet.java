package io.ringway.lab.ip;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ringway.engine.ipv4.Ipv4Stack;
import io.ringway.engine.ipv4.Route;
import io.ringway.lab.CommandResult;
import io.ringway.lab.command.Arguments;
import io.ringway.lab.command.Scene;
import io.ringway.lab.command.ShowOptions;
import io.ringway.lab.command.Verb;
import io.ringway.nat.AddressType;
import io.ringway.packet.Ipv4Address;

/** {@code ip route get ADDRESS} ({@code route.c:inet_rtm_getroute()}). */
final class RouteGet implements Verb.Action {
    @Override
    public CommandResult run(Arguments args, Scene scene, ShowOptions options) {
        if (!args.hasNext()) {
            throw args.refuse(255, "need at least a destination address");
        }
        int address = Inet.prefix(args, args.next()).address();
        if (args.hasNext()) {
            args.next();
            throw args.notModelled("ip route get … " + args.last());
        }
        Ipv4Stack stack = scene.namespace().stack();
        Route route = stack.routing().lookup(address);
        if (route == null) {
            throw Words.answers(args, "Network is unreachable");
        }
        switch (route.type()) {
            case BLACKHOLE -> throw Words.answers(args, "Invalid argument");
            case UNREACHABLE -> throw Words.answers(args, "No route to host");
            case PROHIBIT -> throw Words.answers(args, "Permission denied");
            case UNICAST, LOCAL -> {
                return CommandResult.printed(
                        options.json()
                                ? "[" + json(route, address, stack.sourceFor(address)) + "]\n"
                                : text(route, address, stack.sourceFor(address)));
            }
            default -> throw args.notModelled("ip route get to a broadcast address");
        }
    }

    private static ObjectNode json(Route route, int address, int source) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        boolean local = route.type() == AddressType.LOCAL;
        if (local) {
            node.put("type", "local");
        }
        node.put("dst", Ipv4Address.format(address));
        if (route.gateway() != 0) {
            node.put("gateway", Ipv4Address.format(route.gateway()));
        }
        node.put("dev", local ? "lo" : route.device().name());
        node.put("prefsrc", Ipv4Address.format(source)).putArray("flags");
        node.put("uid", 0);
        if (local) {
            node.putArray("cache").add("local");
        } else {
            node.putArray("cache");
        }
        return node;
    }

    private static String text(Route route, int address, int source) {
        boolean local = route.type() == AddressType.LOCAL;
        String gateway = route.gateway() == 0 ? "" : " via " + Ipv4Address.format(route.gateway());
        return (local ? "local " : "")
                + Ipv4Address.format(address)
                + gateway
                + " dev "
                + (local ? "lo" : route.device().name())
                + " src "
                + Ipv4Address.format(source)
                + " uid 0 \n    cache "
                + (local ? "<local> " : "")
                + "\n";
    }
}
