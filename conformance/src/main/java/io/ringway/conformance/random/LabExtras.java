package io.ringway.conformance.random;

import io.ringway.conformance.random.Topology.Node;
import io.ringway.packet.Ipv4Address;
import io.ringway.packet.MacAddress;
import java.util.List;

/** What a lab has beside its links, addresses and routes; each feature is named as the coverage table names it. */
final class LabExtras {
    private static final long STRANGER_MAC = 0x0200_0000_ee00L;

    private final Dice dice;
    private final Topology topology;

    LabExtras(Dice dice, Topology topology) {
        this.dice = dice;
        this.topology = topology;
    }

    void add() {
        bridges();
        ports();
        topology.nodes.forEach(this::settings);
        topology.nodes.forEach(this::neighbours);
        topology.nodes.forEach(this::addresses);
        topology.nodes.forEach(this::routes);
        mtus();
    }

    private void line(String feature, String format, Object... arguments) {
        topology.features.add(feature);
        topology.lab.add(String.format(format, arguments));
    }

    private void bridges() {
        for (String bridge : topology.bridges) {
            String[] at = bridge.split(" ", -1);
            if (dice.percent(15)) {
                line(
                        "ageing_time",
                        "ip -n %s link set %s type bridge ageing_time %d",
                        at[0],
                        at[1],
                        dice.oneOf(0, 1000, 20000));
            }
        }
    }

    private void ports() {
        for (String port : topology.bridgePorts) {
            String[] at = port.split(" ", -1);
            if (dice.percent(12)) {
                line("hairpin", "ip netns exec %s bridge link set dev %s hairpin on", at[0], at[1]);
            }
            if (dice.percent(12)) {
                line("isolated", "ip netns exec %s bridge link set dev %s isolated on", at[0], at[1]);
            }
            if (dice.percent(12)) {
                Port host = dice.pick(topology.ports());
                String mac = MacAddress.format(dice.percent(60) ? host.mac() : STRANGER_MAC + dice.below(8));
                line(
                        "static fdb entry",
                        "ip netns exec %s bridge fdb replace %s dev %s master %s",
                        at[0],
                        mac,
                        at[1],
                        dice.oneOf("static", "local"));
            }
        }
    }

    private void settings(Node node) {
        if (dice.percent(75)) {
            line("no ICMP rate limit", "ip netns exec %s sysctl -w net.ipv4.icmp_ratemask=0", node.name);
        }
        if (dice.percent(25)) {
            int mode = dice.oneOf(1, 1, 2);
            String where = dice.percent(50) ? "all" : dice.pick(node.ports).device();
            line(
                    "rp_filter=" + mode,
                    "ip netns exec %s sysctl -w net.ipv4.conf.%s.rp_filter=%d",
                    node.name,
                    where,
                    mode);
        }
        for (String setting : List.of("accept_local", "route_localnet")) {
            if (dice.percent(12)) {
                String where = dice.percent(50) ? "all" : dice.pick(node.ports).device();
                line(setting, "ip netns exec %s sysctl -w net.ipv4.conf.%s.%s=1", node.name, where, setting);
            }
        }
        if (node.forwards && dice.percent(40)) {
            line("no redirects", "ip netns exec %s sysctl -w net.ipv4.conf.all.send_redirects=0", node.name);
            for (Port port : node.ports) {
                line(
                        "no redirects",
                        "ip netns exec %s sysctl -w net.ipv4.conf.%s.send_redirects=0",
                        node.name,
                        port.device());
            }
        }
        if (dice.percent(15)) {
            line(
                    "ip_default_ttl",
                    "ip netns exec %s sysctl -w net.ipv4.ip_default_ttl=%d",
                    node.name,
                    dice.oneOf(1, 2, 128, 255));
        }
    }

    private void neighbours(Node node) {
        for (Port port : node.ports) {
            if (dice.percent(20)) {
                Port other = dice.pick(topology.ports());
                if (other.segment() == port.segment() && other != port) {
                    String mac = MacAddress.format(dice.percent(70) ? other.mac() : STRANGER_MAC + dice.below(8));
                    line(
                            "static neighbour",
                            "ip -n %s neigh replace %s lladdr %s dev %s nud %s",
                            node.name,
                            Ipv4Address.format(other.address()),
                            mac,
                            port.device(),
                            dice.oneOf("permanent", "stale", "reachable"));
                }
            }
        }
    }

    private void addresses(Node node) {
        Port port = dice.pick(node.ports);
        if (dice.percent(15)) {
            line(
                    "second address",
                    "ip -n %s addr add %s/24 dev %s",
                    node.name,
                    Ipv4Address.format((port.address() & 0xffffff00) + 200 + dice.below(50)),
                    port.device());
        }
        if (dice.percent(10)) {
            line("address on lo", "ip -n %s addr add 10.9.%d.1/32 dev lo", node.name, dice.below(4));
        }
        if (dice.percent(10)) {
            line(
                    "small subnet",
                    "ip -n %s addr add 10.8.%d.%d/30 dev %s",
                    node.name,
                    dice.below(4),
                    dice.between(1, 2),
                    port.device());
        }
    }

    /** Special routes, metrics, and tables of their own behind rules. */
    private void routes(Node node) {
        Port host = dice.pick(topology.ports());
        String near = Ipv4Address.format((dice.pick(node.ports).address() & 0xffffff00) | 254);
        if (dice.percent(12)) {
            String type = dice.oneOf("blackhole", "unreachable", "prohibit", "throw");
            String to = dice.percent(50) ? Ipv4Address.format(host.address()) : "11.0.0.0/8";
            line("route type " + type, "ip -n %s route add %s %s", node.name, type, to);
        }
        if (dice.percent(10)) {
            line("route metric", "ip -n %s route add 10.0.0.0/8 via %s metric %d", node.name, near, dice.oneOf(5, 500));
        }
        if (dice.percent(15)) {
            int table = dice.oneOf(100, 200);
            String rule = dice.oneOf(
                    "from " + Ipv4Address.format(host.address()),
                    "to " + Ipv4Address.format(host.address()),
                    "tos 0x10",
                    "iif " + dice.pick(node.ports).device(),
                    "from 10.1.0.0/16",
                    "ipproto udp");
            String action = dice.percent(70) ? "lookup " + table : dice.oneOf("blackhole", "unreachable", "prohibit");
            line("rule", "ip -n %s rule add %s %s", node.name, rule, action);
            line(
                    "rule",
                    "ip -n %s route add %s table %d via %s",
                    node.name,
                    dice.oneOf("default", "10.0.0.0/8"),
                    table,
                    near);
        }
    }

    /** Both ends of a pair alike, mostly. */
    private void mtus() {
        for (String link : topology.links) {
            if (dice.percent(8)) {
                String[] at = link.split(" ", -1);
                line("mtu", "ip -n %s link set %s mtu %d", at[0], at[1], dice.oneOf(68, 576, 1000, 1400, 2000));
            }
        }
    }
}
