package io.ringway.conformance.random;

import io.ringway.conformance.random.Topology.Node;
import io.ringway.conformance.random.Topology.Segment;
import io.ringway.packet.Ipv4Address;
import io.ringway.packet.MacAddress;

/** Taps: external interfaces, as a bridge's port or as a node's own, with a host behind each that only sends. */
final class LabTaps {
    private final Dice dice;
    private final Topology topology;
    private final LabGenerator lab;

    LabTaps(Dice dice, Topology topology, LabGenerator lab) {
        this.dice = dice;
        this.topology = topology;
        this.lab = lab;
    }

    void add() {
        if (!dice.percent(30)) {
            return;
        }
        topology.features.add("tap");
        if (topology.bridges.isEmpty() || dice.percent(40)) {
            own();
        } else {
            port(dice.pick(topology.bridges).split(" ", -1));
        }
    }

    private String tap(String namespace) {
        lab.line("ip -n %s tuntap add dev tap1 mode tap", namespace);
        lab.line("ip -n %s link set tap1 address %s", namespace, lab.mac());
        topology.devices.add(namespace + " tap1");
        return "tap1";
    }

    private void own() {
        Node node = dice.pick(topology.nodes);
        Segment segment = lab.newSegment();
        String tap = tap(node.name);
        lab.address(segment, node, tap, lab.lastMac());
        lab.line("ip -n %s link set %s up", node.name, tap);
        lab.outsider(segment, node.name, tap);
        known(segment);
    }

    private void port(String[] bridge) {
        Segment segment = topology.segments.get(bridge[1].charAt(2) - '1');
        String tap = tap(bridge[0]);
        lab.line("ip -n %s link set %s master %s", bridge[0], tap, bridge[1]);
        lab.line("ip -n %s link set %s up", bridge[0], tap);
        topology.bridgePorts.add(bridge[0] + " " + tap + " " + bridge[1]);
        lab.outsider(segment, bridge[0], tap);
        known(segment);
    }

    /** Nobody outside answers ARP: most know the host behind the tap beforehand. */
    private void known(Segment segment) {
        Port outside = topology.outsiders.get(0).ports.get(0);
        for (Node member : segment.members) {
            Port port = member.on(segment.number - 1);
            if (!port.isOutside() && dice.percent(70)) {
                lab.line(
                        "ip -n %s neigh replace %s lladdr %s dev %s nud permanent",
                        port.namespace(),
                        Ipv4Address.format(outside.address()),
                        MacAddress.format(outside.mac()),
                        port.device());
            }
        }
    }
}
