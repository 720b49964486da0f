package io.ringway.conformance.random;

import java.util.List;

/** Draws what one rule asks of the host that the packet is at: its bridge ports, routes, programs, sockets and clock. */
final class HostDraw {
    private static final int BRIDGED_PERCENT = 30;

    private final Dice dice;
    private final Topology topology;
    private final Topology.Node node;

    HostDraw(Dice dice, Topology topology, Topology.Node node) {
        this.dice = dice;
        this.topology = topology;
        this.node = node;
    }

    /** With a space in front of each part; features are named on the way. Chains of the user's own are asked everywhere. */
    String conditions(String table, String chain) {
        StringBuilder rule = new StringBuilder();
        boolean user = chain.startsWith("U");
        if (isBridged() && dice.percent(BRIDGED_PERCENT)) {
            rule.append(named("-m physdev", bridgePorts(chain)));
        }
        if (dice.percent(4)) {
            rule.append(named("-m time", time()));
        }
        boolean early = chain.equals("PREROUTING") && (table.equals("raw") || table.equals("mangle"));
        if (dice.percent(early ? 12 : user ? 1 : 0)) {
            rule.append(named("-m rpfilter", reversePath()));
        }
        if (dice.percent(List.of("OUTPUT", "POSTROUTING").contains(chain) ? 8 : user ? 1 : 0)) {
            rule.append(named("-m owner", owner()));
        }
        if (dice.percent(List.of("PREROUTING", "INPUT").contains(chain) ? 8 : user ? 1 : 0)) {
            rule.append(named("-m socket", socket()));
        }
        return rule.toString();
    }

    /** Few copies in all, so that none goes round for ever. */
    String copying() {
        topology.features.add("rule: -j TEE");
        String gateway = dice.pick(topology.ports()).cidr().replaceFirst("/.*", "");
        String out = dice.percent(15) ? " --oif " + dice.pick(node.ports).device() : "";
        return " -m limit --limit 1/day --limit-burst " + dice.between(1, 6) + " -j TEE --gateway " + gateway + out;
    }

    private String named(String name, String options) {
        topology.features.add("rule: " + name);
        return " " + name + options;
    }

    private boolean isBridged() {
        return topology.bridges.stream().anyMatch(bridge -> bridge.startsWith(node.name + " "));
    }

    private String port() {
        List<String> ports = topology.bridgePorts.stream()
                .filter(port -> port.startsWith(node.name + " "))
                .map(port -> port.split(" ", -1)[1])
                .toList();
        return ports.isEmpty() || dice.percent(10) ? dice.oneOf("p+", "none", "br+") : dice.pick(ports);
    }

    /** What leaves is refused where programs' packets may come by, unless it is bridged for sure. */
    private String bridgePorts(String chain) {
        boolean leaves = chain.equals("FORWARD") || chain.equals("POSTROUTING");
        return switch (dice.below(leaves ? 8 : 4)) {
            case 0 -> not() + "--physdev-in " + port();
            case 1 -> not() + "--physdev-is-in";
            case 2 -> not() + "--physdev-is-bridged";
            case 3 -> not() + "--physdev-in " + port() + not() + "--physdev-is-bridged";
            case 4 -> not() + "--physdev-out " + port();
            case 5 -> not() + "--physdev-is-out";
            case 6 -> not() + "--physdev-in " + port() + not() + "--physdev-out " + port();
            default -> not() + "--physdev-out " + port() + " --physdev-is-bridged";
        };
    }

    private String not() {
        return dice.percent(20) ? " ! " : " ";
    }

    private String reversePath() {
        return (dice.percent(40) ? " --loose" : "")
                + (dice.percent(30) ? " --validmark" : "")
                + (dice.percent(30) ? " --accept-local" : "")
                + (dice.percent(40) ? " --invert" : "");
    }

    private String owner() {
        return not() + dice.oneOf("--socket-exists", "--uid-owner 0", "--uid-owner 1-5", "--gid-owner 0");
    }

    private String socket() {
        return (dice.percent(30) ? " --transparent" : "")
                + (dice.percent(50) ? " --nowildcard" : "")
                + (dice.percent(30) ? " --restore-skmark" : "");
    }

    /** Says the same at any moment. */
    private String time() {
        return dice.oneOf(
                " --timestart 00:00 --timestop 23:59:59",
                " --timestart 12:00 --timestop 11:59:59",
                " --datestop 2037-12-31T23:59:59",
                " --datestart 2037-12-31",
                " --weekdays Mon,Tue,Wed,Thu,Fri,Sat,Sun",
                " ! --weekdays 1,2,3,4,5,6,7",
                " --monthdays 1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31",
                " --kerneltz");
    }
}
