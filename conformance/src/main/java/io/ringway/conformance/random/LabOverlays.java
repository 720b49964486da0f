package io.ringway.conformance.random;

import io.ringway.conformance.random.Topology.Node;
import io.ringway.conformance.random.Topology.Segment;
import io.ringway.packet.Ipv4Address;

/** Devices above the interfaces of a lab: macvlans that join a segment by another node's interface, and VXLAN tunnels. */
final class LabOverlays {
    private static final int MOST_VNI = 0xffffff;

    private final Dice dice;
    private final Topology topology;
    private final LabGenerator lab;

    LabOverlays(Dice dice, Topology topology, LabGenerator lab) {
        this.dice = dice;
        this.topology = topology;
        this.lab = lab;
    }

    void add() {
        while (lab.left() > 0 && dice.percent(45)) {
            macvlan();
        }
        if (dice.percent(30)) {
            vxlan();
        }
    }

    /** A node of its own that joins a segment by the interface of another. */
    private void macvlan() {
        Port below = dice.pick(topology.ports());
        Segment segment = topology.segments.get(below.segment());
        if (!below.device().startsWith("eth")) {
            return;
        }
        topology.features.add("macvlan");
        Node node = lab.newNode();
        String device = "mv" + segment.number;
        String mode = dice.oneOf("bridge", "bridge", "private", "vepa");
        lab.line(
                "ip -n %s link add link %s name %s address %s netns %s type macvlan mode %s",
                below.namespace(), below.device(), device, lab.mac(), node.name, mode);
        lab.address(segment, node, device, lab.lastMac());
        lab.line("ip -n %s link set %s up", node.name, device);
    }

    /** A segment of its own between two nodes that share one, with an address at each end; one end may be bridged on. */
    private void vxlan() {
        Segment below = dice.pick(topology.segments);
        Node one = below.members.get(0);
        Node other = below.members.get(1);
        int number = topology.segments.size() + 1;
        Segment segment = new Segment(number, Ipv4Address.parse("10." + number + ".0.0"));
        topology.segments.add(segment);
        topology.features.add("vxlan");
        String common = "type vxlan id " + dice.oneOf(42, MOST_VNI, 1) + " dstport " + dice.oneOf(4789, 8472);
        String device = "vx" + number;
        end(device, common, one.on(below.number - 1), other.on(below.number - 1));
        long first = lab.lastMac();
        end(device, common, other.on(below.number - 1), one.on(below.number - 1));
        lab.address(segment, other, device, lab.lastMac());
        lab.line("ip -n %s link set %s up", other.name, device);
        if (lab.left() > 0 && dice.percent(60)) {
            String bridge = lab.bridge(segment, one.name);
            lab.line("ip -n %s link set %s master %s", one.name, device, bridge);
            lab.address(segment, one, bridge, lab.lastMac());
            topology.bridgePorts.add(one.name + " " + device + " " + bridge);
            lab.join(segment, one.name, bridge, lab.newNode());
        } else {
            lab.address(segment, one, device, first);
        }
        lab.line("ip -n %s link set %s up", one.name, device);
    }

    private void end(String device, String common, Port own, Port remote) {
        StringBuilder options = new StringBuilder(common + " remote " + Ipv4Address.format(remote.address()));
        options.append(" srcport 5000 5001");
        if (dice.percent(30)) {
            options.append(" local ").append(Ipv4Address.format(own.address()));
        }
        if (dice.percent(30)) {
            options.append(" dev ").append(own.device());
        }
        if (dice.percent(30)) {
            options.append(" ttl ").append(dice.oneOf("1", "9", "inherit"));
        }
        if (dice.percent(20)) {
            options.append(" tos ").append(dice.oneOf("0x10", "inherit"));
        }
        if (dice.percent(20)) {
            options.append(" df ").append(dice.oneOf("set", "inherit", "unset"));
        }
        options.append(dice.percent(20) ? " noudpcsum" : "").append(dice.percent(20) ? " nolearning" : "");
        lab.line("ip -n %s link add %s address %s %s", own.namespace(), device, lab.mac(), options);
    }
}
