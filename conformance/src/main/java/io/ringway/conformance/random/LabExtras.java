package io.ringway.conformance.random;

import io.ringway.conformance.random.Topology.Node;
import io.ringway.packet.Ipv4Address;
import io.ringway.packet.MacAddress;

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
        new LabBridges(dice.split(), topology).add();
        new LabSettings(dice.split(), topology).add();
        topology.nodes.forEach(this::neighbours);
        topology.nodes.forEach(this::addresses);
        new LabRoutes(dice.split(), topology).add();
        mtus();
    }

    private void line(String feature, String format, Object... arguments) {
        topology.features.add(feature);
        topology.lab.add(String.format(format, arguments));
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
