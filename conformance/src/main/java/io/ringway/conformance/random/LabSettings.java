package io.ringway.conformance.random;

import io.ringway.conformance.random.Topology.Node;
import java.util.List;

/** Sysctls of a lab's nodes; each feature is named as its sysctl. */
final class LabSettings {
    private final Dice dice;
    private final Topology topology;

    /** Of all or one interface of a node: in how many of a hundred nodes, and which values. */
    private record Setting(String name, int percent, int... values) {}

    private static final List<Setting> OF_INTERFACE = List.of(
            new Setting("rp_filter", 22, 1, 1, 2),
            new Setting("accept_local", 12, 1),
            new Setting("route_localnet", 12, 1),
            new Setting("arp_ignore", 9, 1, 2, 3, 8),
            new Setting("arp_announce", 7, 1, 2),
            new Setting("arp_filter", 6, 1),
            new Setting("arp_accept", 7, 1, 2),
            new Setting("proxy_arp", 9, 1),
            new Setting("proxy_arp_pvlan", 4, 1),
            new Setting("drop_gratuitous_arp", 4, 1),
            new Setting("accept_redirects", 5, 0),
            new Setting("secure_redirects", 5, 0),
            new Setting("shared_media", 5, 0),
            new Setting("accept_source_route", 12, 1),
            new Setting("bc_forwarding", 6, 1),
            new Setting("promote_secondaries", 4, 1),
            new Setting("arp_notify", 4, 1));

    private static final List<Setting> OF_NODE = List.of(
            new Setting("ip_default_ttl", 12, 1, 2, 128, 255),
            new Setting("icmp_echo_ignore_all", 4, 1),
            new Setting("icmp_echo_ignore_broadcasts", 10, 0),
            new Setting("icmp_errors_use_inbound_ifaddr", 8, 1),
            new Setting("ip_no_pmtu_disc", 8, 1, 2, 3),
            new Setting("ip_forward_use_pmtu", 5, 1),
            new Setting("ipfrag_max_dist", 5, 1),
            new Setting(RandomCase.SHORT_REASSEMBLY, 6, 2));

    LabSettings(Dice dice, Topology topology) {
        this.dice = dice;
        this.topology = topology;
    }

    void add() {
        topology.nodes.forEach(this::node);
    }

    private void node(Node node) {
        if (dice.percent(75)) {
            write("no ICMP rate limit", node, "icmp_ratemask", 0);
        }
        for (Setting setting : OF_INTERFACE) {
            if (dice.percent(setting.percent())) {
                int value = setting.values()[dice.below(setting.values().length)];
                String where = dice.percent(50) ? "all" : dice.pick(node.ports).device();
                String feature = setting.name().equals("rp_filter") ? "rp_filter=" + value : setting.name();
                write(feature, node, "conf." + where + "." + setting.name(), value);
            }
        }
        for (Setting setting : OF_NODE) {
            if (dice.percent(setting.percent())) {
                write(setting.name(), node, setting.name(), setting.values()[dice.below(setting.values().length)]);
            }
        }
        if (node.forwards && dice.percent(40)) {
            write("no redirects", node, "conf.all.send_redirects", 0);
            for (Port port : node.ports) {
                write("no redirects", node, "conf." + port.device() + ".send_redirects", 0);
            }
        }
        if (dice.percent(8)) {
            int bytes = dice.oneOf(0, 1000, 4000);
            write("unres_qlen_bytes", node, "neigh." + dice.pick(node.ports).device() + ".unres_qlen_bytes", bytes);
        }
    }

    private void write(String feature, Node node, String setting, int value) {
        topology.features.add(feature);
        topology.lab.add(String.format("ip netns exec %s sysctl -w net.ipv4.%s=%d", node.name, setting, value));
    }
}
