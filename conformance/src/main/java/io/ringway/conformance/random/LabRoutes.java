package io.ringway.conformance.random;

import io.ringway.conformance.random.Topology.Node;
import io.ringway.packet.Ipv4Address;
import java.util.ArrayList;
import java.util.List;

/** Special routes, metrics, several nexthops, and tables of their own behind rules. */
final class LabRoutes {
    private final Dice dice;
    private final Topology topology;

    LabRoutes(Dice dice, Topology topology) {
        this.dice = dice;
        this.topology = topology;
    }

    void add() {
        topology.nodes.forEach(this::special);
        topology.nodes.forEach(this::several);
        topology.nodes.forEach(this::rules);
    }

    private void line(String feature, String format, Object... arguments) {
        topology.features.add(feature);
        topology.lab.add(String.format(format, arguments));
    }

    private void special(Node node) {
        Port host = dice.pick(topology.ports());
        Port own = dice.pick(node.ports);
        String near = Ipv4Address.format((own.address() & 0xffffff00) | 254);
        if (dice.percent(12)) {
            String type = dice.oneOf("blackhole", "unreachable", "prohibit", "throw");
            String to = dice.percent(50) ? Ipv4Address.format(host.address()) : "11.0.0.0/8";
            line("route type " + type, "ip -n %s route add %s %s", node.name, type, to);
        }
        if (dice.percent(10)) {
            line("route metric", "ip -n %s route add 10.0.0.0/8 via %s metric %d", node.name, near, dice.oneOf(5, 500));
        }
        if (dice.percent(6) && !node.ports.contains(host) && host.segment() == own.segment()) {
            String via = Ipv4Address.format(host.address());
            line("onlink", "ip -n %s route add 10.6.0.0/16 via %s dev %s onlink", node.name, via, own.device());
        }
        if (dice.percent(6)) {
            String tos = dice.oneOf("0x10", "0x08");
            line("route tos", "ip -n %s route add 10.0.0.0/8 tos %s dev %s", node.name, tos, own.device());
        }
        if (dice.percent(6)) {
            int mtu = dice.oneOf(600, 1000, 1400);
            line("route mtu", "ip -n %s route add 10.0.0.0/9 via %s mtu %d", node.name, near, mtu);
        }
    }

    /** Two ways by any two neighbours; the kernel's hash is ours once its seed is set. */
    private void several(Node node) {
        List<String> ways = new ArrayList<>();
        for (Port port : topology.ports()) {
            for (Port own : node.ports) {
                if (own.segment() == port.segment() && !node.ports.contains(port)) {
                    ways.add(Ipv4Address.format(port.address()));
                }
            }
        }
        if (ways.size() < 2 || !dice.percent(22)) {
            return;
        }
        String one = dice.pick(ways);
        ways.remove(one);
        // By ports, the kernel takes a hash that a tunnel's sender drew with a key of its own.
        int policy = topology.features.contains("vxlan") ? 0 : dice.below(2);
        line("multipath", "ip netns exec %s sysctl -w net.ipv4.fib_multipath_hash_seed=4711", node.name);
        line("multipath", "ip netns exec %s sysctl -w net.ipv4.fib_multipath_hash_policy=%d", node.name, policy);
        String destination = dice.oneOf("8.0.0.0/8", "11.0.0.0/8", "10.0.0.0/8", "default");
        line(
                "multipath",
                "ip -n %s route replace %s nexthop via %s weight %d nexthop via %s",
                node.name,
                destination,
                one,
                dice.oneOf(1, 1, 3),
                dice.pick(ways));
    }

    private void rules(Node node) {
        if (!dice.percent(22)) {
            return;
        }
        Port host = dice.pick(topology.ports());
        String near = Ipv4Address.format((dice.pick(node.ports).address() & 0xffffff00) | 254);
        int table = dice.oneOf(100, 200);
        String rule = dice.oneOf(
                "from " + Ipv4Address.format(host.address()),
                "to " + Ipv4Address.format(host.address()),
                "tos 0x10",
                "iif " + dice.pick(node.ports).device(),
                "iif lo",
                "from 10.1.0.0/16",
                "ipproto udp",
                "ipproto udp dport 53",
                "not from 10.0.0.0/8",
                "fwmark 1");
        String action = dice.percent(70)
                ? "lookup " + table
                : dice.oneOf("blackhole", "unreachable", "prohibit", "lookup main suppress_prefixlength 0");
        line("rule", "ip -n %s rule add %s %s", node.name, rule, action);
        String destination = dice.oneOf("default", "10.0.0.0/8", "unreachable 11.0.0.0/8", "throw 10.0.0.0/8");
        String way = destination.contains(" ") ? "" : " via " + near;
        line("rule", "ip -n %s route add %s table %d%s", node.name, destination, table, way);
    }
}
