package io.ringway.conformance.random;

import io.ringway.conformance.random.Topology.Node;
import java.util.ArrayList;
import java.util.List;

/**
 * Rule sets of a lab's nodes, a command a line: policies, chains that jump or go only to later ones, and rules that ask and do what
 * the model knows. Most rules let packets go on, so that they meet more of them.
 */
final class LabRules {
    private static final int CHAINS = 3;

    private final Dice dice;
    private final Topology topology;

    /** A table with its built-in chains, and in how many of a hundred nodes there are rules in it. */
    private record Table(String name, int percent, List<String> chains) {}

    private static final List<Table> TABLES = List.of(
            new Table("raw", 25, List.of("PREROUTING", "OUTPUT")),
            new Table("mangle", 45, List.of("PREROUTING", "INPUT", "FORWARD", "OUTPUT", "POSTROUTING")),
            new Table("filter", 75, List.of("INPUT", "FORWARD", "OUTPUT")),
            new Table("security", 4, List.of("INPUT", "FORWARD", "OUTPUT")));

    private static final List<String> REJECTIONS = List.of(
            "icmp-port-unreachable",
            "icmp-net-unreachable",
            "icmp-host-unreachable",
            "icmp-proto-unreachable",
            "icmp-net-prohibited",
            "icmp-host-prohibited",
            "icmp-admin-prohibited");

    LabRules(Dice dice, Topology topology) {
        this.dice = dice;
        this.topology = topology;
    }

    void add() {
        List<Node> ruled = new ArrayList<>(topology.nodes);
        for (String home :
                topology.bridges.stream().map(LabRules::namespace).distinct().toList()) {
            if (dice.percent(40)) {
                showBridged(home);
                if (topology.nodes.stream().noneMatch(node -> node.name.equals(home))) {
                    ruled.add(bridgeAlone(home));
                }
            }
        }
        for (Node node : ruled) {
            for (String line : new RuleDraw(dice, topology, node).sets()) {
                topology.lab.add("ip netns exec " + node.name + " ipset " + line);
            }
            for (Table table : TABLES) {
                if (dice.percent(table.percent())) {
                    fill(node, table);
                }
            }
        }
    }

    private static String namespace(String device) {
        return device.substring(0, device.indexOf(' '));
    }

    private void showBridged(String home) {
        if (dice.percent(20)) {
            topology.features.add("nf_call_iptables");
            String bridge = topology.bridges.stream()
                    .filter(each -> namespace(each).equals(home))
                    .findFirst()
                    .orElseThrow();
            topology.lab.add("ip -n " + home + " link set " + bridge.substring(home.length() + 1)
                    + " type bridge nf_call_iptables 1");
        } else {
            topology.features.add("bridge-nf-call-iptables");
            topology.lab.add("ip netns exec " + home + " sysctl -w net.bridge.bridge-nf-call-iptables=1");
        }
        if (dice.percent(25)) {
            topology.features.add("bridge-nf-filter-vlan-tagged");
            topology.lab.add("ip netns exec " + home + " sysctl -w net.bridge.bridge-nf-filter-vlan-tagged=1");
        }
    }

    /** A namespace that only bridges, as one that rules can be drawn for. */
    private Node bridgeAlone(String home) {
        Node node = new Node(home);
        Port any = topology.ports().get(0);
        for (String bridge : topology.bridges) {
            if (namespace(bridge).equals(home)) {
                String device = bridge.substring(home.length() + 1);
                node.ports.add(
                        new Port(home, device, any.mac(), any.address(), any.prefixLength(), any.segment(), false));
            }
        }
        return node;
    }

    private void fill(Node node, Table table) {
        String iptables = "ip netns exec " + node.name + " iptables -t " + table.name();
        List<String> chains = new ArrayList<>();
        for (int i = 0; i < CHAINS; i++) {
            chains.add("U" + i);
            topology.lab.add(iptables + " -N U" + i);
        }
        if (dice.percent(8)) {
            topology.features.add("rule: policy");
            topology.lab.add(iptables + " -P " + dice.pick(table.chains()) + " DROP");
        }
        for (int rules = dice.between(3, 12); rules > 0; rules--) {
            boolean base = dice.percent(60);
            int depth = base ? -1 : dice.below(CHAINS);
            String chain = base ? dice.pick(table.chains()) : chains.get(depth);
            String how = dice.percent(85) ? " -A " : " -I ";
            topology.lab.add(iptables + how + chain + rule(node, table, chain, chains.subList(depth + 1, CHAINS)));
        }
    }

    private String rule(Node node, Table table, String chain, List<String> later) {
        String protocol = dice.oneOf("", "", "tcp", "udp", "icmp", "udplite", "igmp", "sctp");
        String target = target(node, table, protocol, later);
        String neededProtocol = target.contains("tcp-reset") ? "tcp" : protocol;
        return new RuleDraw(dice, topology, node).conditions(table.name(), chain, neededProtocol) + target;
    }

    /** With a space in front; nothing for a rule that only counts. */
    private String target(Node node, Table table, String protocol, List<String> later) {
        int at = dice.below(100);
        if (at < 20) {
            return "";
        }
        if (at < 50 && !later.isEmpty()) {
            topology.features.add("rule: jump");
            return (dice.percent(80) ? " -j " : " -g ") + dice.pick(later);
        }
        if (at < 60) {
            return " -j RETURN";
        }
        if (at < 68) {
            return " -j ACCEPT";
        }
        if (at < 73) {
            return " -j DROP";
        }
        return switch (table.name()) {
            case "filter" -> rejection(protocol);
            case "mangle" -> dice.percent(12) ? new HostDraw(dice, topology, node).copying() : mangling();
            case "raw" -> tracking();
            default -> "";
        };
    }

    private String rejection(String protocol) {
        topology.features.add("rule: -j REJECT");
        if (protocol.equals("tcp") && dice.percent(50)) {
            return " -j REJECT --reject-with tcp-reset";
        }
        return " -j REJECT --reject-with " + dice.pick(REJECTIONS);
    }

    private String mangling() {
        topology.features.add("rule: mangling");
        return " -j "
                + switch (dice.below(11)) {
                    case 0 -> "MARK --set-mark " + dice.below(4);
                    case 1 -> "MARK --set-xmark 0x" + dice.below(4) + "/0x" + dice.oneOf("1", "3", "ff");
                    case 2 -> "MARK " + dice.oneOf("--or-mark ", "--and-mark ", "--xor-mark ") + dice.below(4);
                    case 3 -> "CONNMARK --save-mark";
                    case 4 -> "CONNMARK " + dice.oneOf("--restore-mark", "--set-mark 2", "--set-xmark 0x1/0x3");
                    case 5 -> "TTL " + dice.oneOf("--ttl-set 9", "--ttl-dec 1", "--ttl-inc 2");
                    case 6 -> "TOS --set-tos " + dice.oneOf("0x10", "0x04/0x3f", "0");
                    case 7 ->
                        "SET " + dice.oneOf("--add-set hosts src", "--del-set hosts src", "--add-set nets dst --exist");
                    case 8 -> "SET --add-set services " + dice.oneOf("src,src", "dst,dst");
                    case 9 -> "LOG --log-prefix \"seen \"";
                    default -> "DSCP --set-dscp " + dice.oneOf("0", "0x2e", "4");
                };
    }

    private String tracking() {
        topology.features.add("rule: tracking");
        return dice.oneOf(
                " -j NOTRACK",
                " -j CT --notrack",
                " -j CT --zone 7",
                " -j CT --zone-orig 3",
                " -j CT --zone mark",
                " -j CONNMARK --set-mark 2",
                " -j MARK --set-mark 2");
    }
}
