package io.ringway.lab.ip;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.ringway.engine.route.RouteRequest;
import io.ringway.lab.CommandResult;
import io.ringway.lab.command.Arguments;
import io.ringway.lab.command.Command;
import io.ringway.lab.command.Scene;
import io.ringway.lab.command.ShowOptions;
import io.ringway.lab.command.ToolObject;
import io.ringway.lab.command.Verb;
import java.util.List;

/** {@code ip}: finds the object and lets its verb do the rest. */
public final class IpCommand implements Command {
    static final String NETNS = "netns";

    /** Objects that every address family has of its own. */
    private static final List<String> PER_FAMILY = List.of("address", "route", "neighbor", "neighbour");

    private static final List<String> LOOKS = List.of("show", "list", "lst", "flush");

    /** In the order in which the tool tries abbreviations ({@code ip.c:cmds}). */
    private static final List<String> OBJECTS = List.of(
            "address",
            "addrlabel",
            "maddress",
            "route",
            "rule",
            "neighbor",
            "neighbour",
            "ntable",
            "ntbl",
            "link",
            "l2tp",
            "fou",
            "ila",
            "macsec",
            "tunnel",
            "tunl",
            "tuntap",
            "tap",
            "token",
            "tcpmetrics",
            "tcp_metrics",
            "monitor",
            "xfrm",
            "mroute",
            "mrule",
            NETNS,
            "netconf",
            "vrf",
            "sr",
            "nexthop",
            "mptcp",
            "ioam",
            "help",
            "stats");

    private static final List<ToolObject> MODELLED = List.of(
            new ToolObject(
                    List.of("link"),
                    "ip link",
                    List.of(
                            Verb.of("add", new LinkAdd()),
                            Verb.of("set change", new LinkSet()),
                            Verb.of("delete", new LinkDelete()),
                            Verb.of("show lst list", new LinkShow()),
                            Verb.of("xstats afstats property", (args, scene, options) -> {
                                throw args.notModelled("ip link " + args.last());
                            })),
                    new LinkShow()),
            new ToolObject(
                    List.of("tuntap", "tap"),
                    "ip tuntap",
                    List.of(
                            Verb.of("add", new TuntapAdd(false)),
                            Verb.of("delete", new TuntapAdd(true)),
                            Verb.of("show lst list", new TuntapShow())),
                    new TuntapShow()),
            new ToolObject(
                    List.of("address"),
                    "ip address",
                    List.of(
                            Verb.of("add", new AddressAdd(false)),
                            Verb.of("replace", new AddressAdd(true)),
                            Verb.of("delete", new AddressDelete()),
                            Verb.of("show lst list", new AddressShow()),
                            Verb.of("flush", new AddressFlush())),
                    new AddressShow()),
            new ToolObject(
                    List.of("route"),
                    "ip route",
                    List.of(
                            Verb.of("list show lst", new RouteShow()),
                            Verb.of("get", new RouteGet()),
                            Verb.of("add", RouteChange.making(RouteRequest.Mode.ADD)),
                            Verb.of("change chg", RouteChange.making(RouteRequest.Mode.CHANGE)),
                            Verb.of("replace", RouteChange.making(RouteRequest.Mode.REPLACE)),
                            Verb.of("prepend", RouteChange.making(RouteRequest.Mode.PREPEND)),
                            Verb.of("append", RouteChange.making(RouteRequest.Mode.APPEND)),
                            Verb.of("test", RouteChange.making(RouteRequest.Mode.TEST)),
                            Verb.of("delete", RouteChange.removing()),
                            Verb.of("flush", new RouteFlush())),
                    new RouteShow()),
            new ToolObject(
                    List.of("rule"),
                    "ip rule",
                    List.of(
                            Verb.of("list lst show", new RuleShow()),
                            Verb.of("add", new RuleAdd()),
                            Verb.of("delete", new RuleDelete()),
                            Verb.of("flush", new RuleFlush())),
                    new RuleShow()),
            new ToolObject(
                    List.of("neighbor", "neighbour"),
                    "ip neigh",
                    List.of(
                            Verb.of("add", new NeighbourChange(NeighbourChange.Mode.ADD)),
                            Verb.of("change chg", new NeighbourChange(NeighbourChange.Mode.CHANGE)),
                            Verb.of("replace", new NeighbourChange(NeighbourChange.Mode.REPLACE)),
                            Verb.of("delete", new NeighbourChange(NeighbourChange.Mode.DELETE)),
                            Verb.of("show lst list", new NeighbourShow()),
                            Verb.of("get", new NeighbourGet()),
                            Verb.of("flush", new NeighbourFlush())),
                    new NeighbourShow()),
            new ToolObject(
                    List.of("maddress"),
                    "ip maddr",
                    List.of(
                            Verb.of("add", new GroupChange(true)),
                            Verb.of("delete", new GroupChange(false)),
                            Verb.of("list show lst", new GroupShow())),
                    new GroupShow()),
            new ToolObject(
                    List.of(NETNS),
                    "ip netns",
                    List.of(
                            Verb.of("list show lst", new NetnsList()),
                            Verb.of("add", new NetnsAdd()),
                            Verb.of("set", new NetnsSet()),
                            Verb.of("list-id", NetnsLook::listId),
                            Verb.of("identify", NetnsLook::identify),
                            Verb.of("pids", NetnsLook::pids),
                            Verb.of("delete", new NetnsDelete())),
                    new NetnsList()));

    @Override
    public String name() {
        return "ip";
    }

    @Override
    public CommandResult run(Arguments args, Scene scene) {
        IpOptions options = IpOptions.read(args);
        if (options.version()) {
            return CommandResult.printed("ip utility, iproute2-6.1.0, libbpf 1.1.2\n");
        }
        if (!args.hasNext()) {
            throw args.refuse(255, "Usage: ip [ OPTIONS ] OBJECT { COMMAND | help }");
        }
        String word = args.next();
        String object = objectNamed(word);
        if (object == null) {
            throw args.refuse(1, "Object \"" + word + "\" is unknown, try \"ip help\".");
        }
        if (options.all() && NETNS.equals(object) && args.hasNext()) {
            if (!Arguments.abbreviates(args.next(), "exec")) {
                throw args.notModelled("ip -all netns " + args.last());
            }
            return NetnsExecAll.run(args, scene);
        }
        for (ToolObject modelled : MODELLED) {
            if (modelled.names().contains(object)) {
                if (PER_FAMILY.contains(object) && options.forShow().family().isForeign()) {
                    return foreign(args, options.forShow(), object);
                }
                return modelled.run(args, scene, options.forShow());
            }
        }
        throw args.notModelled("ip " + object);
    }

    /** Objects of IPv6 and MPLS: none are there to be shown, and none are made. */
    private static CommandResult foreign(Arguments args, ShowOptions options, String object) {
        String verb = args.hasNext() ? args.next() : "show";
        if (LOOKS.stream().noneMatch(look -> Arguments.abbreviates(verb, look))) {
            String option = options.family() == ShowOptions.Family.INET6 ? "-6" : "-M";
            throw args.notModelled("ip " + option + " " + object + " " + verb);
        }
        return options.printed(JsonNodeFactory.instance.arrayNode(), "");
    }

    /** The object that a word abbreviates; null when there is none. */
    static String objectNamed(String word) {
        return OBJECTS.stream()
                .filter(object -> Arguments.abbreviates(word, object))
                .findFirst()
                .orElse(null);
    }
}
