package io.ringway.conformance.random;

import io.ringway.conformance.random.Topology.Node;
import io.ringway.conformance.random.Topology.Segment;
import io.ringway.packet.Ipv4Address;
import io.ringway.packet.MacAddress;
import java.util.HashMap;
import java.util.Map;

/** Devices above the interfaces of a lab: macvlans that join a segment by another node's interface, and VXLAN tunnels. */
final class LabOverlays {
    private static final int MOST_VNI = 0xffffff;

    private final Dice dice;
    private final Topology topology;
    private final LabGenerator lab;
    private final Map<String, String> modes = new HashMap<>();

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
        String mode = dice.oneOf("bridge", "bridge", "private", "vepa", "passthru");
        String other = modes.get(below.where());
        boolean taken = other != null && (mode.equals("passthru") || other.equals("passthru"));
        if (!below.device().startsWith("eth") || taken) {
            return;
        }
        modes.put(below.where(), mode);
        topology.features.add("macvlan");
        topology.features.add("macvlan " + mode);
        Node node = lab.newNode();
        String device = "mv" + segment.number;
        // The only one that a device lets through has the device's own MAC.
        String address = mode.equals("passthru") ? "" : " address " + lab.mac();
        lab.line(
                "ip -n %s link add link %s name %s%s netns %s type macvlan mode %s",
                below.namespace(), below.device(), device, address, node.name, mode);
        topology.devices.add(node.name + " " + device);
        lab.address(segment, node, device, address.isEmpty() ? below.mac() : lab.lastMac());
        lab.line("ip -n %s link set %s up", node.name, device);
    }

    /** A segment of its own between two nodes that share one, with an address at each end; one end may be bridged on. */
    private void vxlan() {
        Segment below = dice.pick(topology.segments);
        Node one = below.members.get(0);
        Node other = below.members.get(1);
        Segment segment = lab.newSegment();
        int number = segment.number;
        topology.features.add("vxlan");
        topology.vni = dice.oneOf(42, MOST_VNI, 1);
        topology.vxlanPort = dice.oneOf(4789, 8472);
        String common = "type vxlan id " + topology.vni + " dstport " + topology.vxlanPort;
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
        topology.devices.add(one.name + " " + device);
        topology.devices.add(other.name + " " + device);
        entries(segment, device, one, other.on(below.number - 1));
        entries(segment, device, other, one.on(below.number - 1));
    }

    /** By hand: where a MAC is, and more remotes for what is not known. */
    private void entries(Segment segment, String device, Node node, Port remote) {
        if (dice.percent(25)) {
            topology.features.add("vxlan fdb entry");
            String mac = MacAddress.format(
                    dice.pick(segment.members).on(segment.number - 1).mac());
            lab.line(
                    "ip netns exec %s bridge fdb replace %s dev %s dst %s",
                    node.name, mac, device, Ipv4Address.format(remote.address()));
        }
        if (dice.percent(15)) {
            topology.features.add("several remotes");
            Port other = dice.pick(topology.ports());
            if (!node.ports.contains(other)) {
                lab.line(
                        "ip netns exec %s bridge fdb append 00:00:00:00:00:00 dev %s dst %s",
                        node.name, device, Ipv4Address.format(other.address()));
            }
        }
    }

    private void end(String device, String common, Port own, Port remote) {
        StringBuilder options = new StringBuilder(common + " remote " + Ipv4Address.format(remote.address()));
        options.append(dice.percent(60) ? " srcport 5000 5001" : "");
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
        topology.tunnelEnds.add(own);
    }
}
