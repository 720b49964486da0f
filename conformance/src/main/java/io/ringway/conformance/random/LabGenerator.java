package io.ringway.conformance.random;

import io.ringway.conformance.random.Topology.Node;
import io.ringway.conformance.random.Topology.Segment;
import io.ringway.packet.Ipv4Address;
import io.ringway.packet.MacAddress;

/**
 * Makes a lab: hosts, routers and switches joined as a tree below, with tunnels above, so that no frame can go in circles. Each node has at most one
 * interface on a segment; a segment is a wire or a bridge, which stands in a namespace of its own or in one of the nodes.
 */
final class LabGenerator {
    private static final int MOST_NAMESPACES = 6;
    private static final int MOST_SEGMENTS = 3;
    private static final int PREFIX = 24;
    private static final long FIRST_MAC = 0x0200_0000_0100L;

    private final Dice dice;
    private final Topology topology = new Topology();
    private final int room;
    private long lastMac = FIRST_MAC;

    LabGenerator(Dice dice) {
        this.dice = dice;
        room = dice.percent(4) ? 2 : dice.between(3, MOST_NAMESPACES);
    }

    Topology generate() {
        newNode();
        int segments = dice.percent(30) ? 1 : dice.between(2, MOST_SEGMENTS);
        while (topology.segments.size() < segments && left() > 0) {
            addSegment();
        }
        new LabOverlays(dice.split(), topology, this).add();
        new LabTaps(dice.split(), topology, this).add();
        for (Node node : topology.nodes) {
            if (node.ports.size() > 1) {
                router(node);
            }
        }
        addRoutes();
        new LabExtras(dice.split(), topology).add();
        return topology;
    }

    int left() {
        return room - topology.namespaces.size();
    }

    void line(String format, Object... arguments) {
        topology.lab.add(String.format(format, arguments));
    }

    Node newNode() {
        Node node = new Node(String.valueOf((char) ('a' + topology.nodes.size())));
        topology.nodes.add(node);
        newNamespace(node.name);
        return node;
    }

    private void newNamespace(String name) {
        topology.namespaces.add(name);
        line("ip netns add %s", name);
        line("ip -n %s link set lo up", name);
    }

    private void addSegment() {
        Segment segment = newSegment();
        int number = segment.number;
        Node hub = dice.pick(topology.nodes);
        boolean bridged = (left() > 1 && dice.percent(75)) || dice.percent(25);
        boolean apart = bridged && left() > 1 && dice.percent(50);
        if (!bridged) {
            wire(segment, hub, newNode());
            return;
        }
        String home = hub.name;
        if (apart) {
            home = "s" + number;
            newNamespace(home);
        }
        String bridge = bridge(segment, home);
        int joining = Math.min(left(), dice.between(1, 4));
        if (apart) {
            join(segment, home, bridge, hub);
        } else {
            address(segment, hub, bridge, lastMac);
        }
        for (int i = 0; i < joining; i++) {
            join(segment, home, bridge, newNode());
        }
    }

    String bridge(Segment segment, String home) {
        topology.features.add("bridge");
        String name = "br" + segment.number;
        line("ip -n %s link add %s address %s type bridge", home, name, mac());
        line("ip -n %s link set %s up", home, name);
        segment.inner.add(home + ":" + name);
        topology.bridges.add(home + " " + name);
        topology.devices.add(home + " " + name);
        return name;
    }

    /** A veth pair between a port of the bridge and the node. */
    void join(Segment segment, String home, String bridge, Node node) {
        String port = "p" + segment.number + node.name;
        String device = "eth" + segment.number;
        line(
                "ip -n %s link add %s address %s type veth peer name %s address %s netns %s",
                home, port, mac(), device, mac(), node.name);
        line("ip -n %s link set %s master %s", home, port, bridge);
        line("ip -n %s link set %s up", home, port);
        segment.inner.add(home + ":" + port);
        topology.bridgePorts.add(home + " " + port + " " + bridge);
        topology.links.add(home + " " + port);
        address(segment, node, device, lastMac);
        line("ip -n %s link set %s up", node.name, device);
        topology.links.add(node.name + " " + device);
    }

    Segment newSegment() {
        int number = topology.segments.size() + 1;
        Segment segment = new Segment(number, Ipv4Address.parse("10." + number + ".0.0"));
        topology.segments.add(segment);
        return segment;
    }

    long lastMac() {
        return lastMac;
    }

    private void wire(Segment segment, Node one, Node other) {
        topology.features.add("wire");
        String device = "eth" + segment.number;
        long first = lastMac + 1;
        line(
                "ip -n %s link add %s address %s type veth peer name %s address %s netns %s",
                one.name, device, mac(), device, mac(), other.name);
        address(segment, one, device, first);
        address(segment, other, device, lastMac);
        for (Node node : new Node[] {one, other}) {
            line("ip -n %s link set %s up", node.name, device);
            topology.links.add(node.name + " " + device);
        }
    }

    void address(Segment segment, Node node, String device, long mac) {
        int host = dice.between(1, 40) + 40 * segment.members.size();
        Port port = new Port(node.name, device, mac, segment.network + host, PREFIX, segment.number - 1, false);
        line("ip -n %s addr add %s dev %s", node.name, port.cidr(), device);
        segment.members.add(node);
        node.ports.add(port);
    }

    /** Of a host behind a tap on the segment. */
    void outsider(Segment segment, String namespace, String tap) {
        Node node = new Node("outside" + (topology.outsiders.size() + 1));
        int address = segment.network + 200 + segment.members.size();
        node.ports.add(new Port(namespace, tap, ++lastMac, address, PREFIX, segment.number - 1, true));
        topology.outsiders.add(node);
        segment.members.add(node);
    }

    String mac() {
        return MacAddress.format(++lastMac);
    }

    private void router(Node node) {
        node.forwards = dice.percent(92);
        if (node.forwards) {
            topology.features.add("router");
            line("ip netns exec %s sysctl -w net.ipv4.ip_forward=1", node.name);
        }
    }

    /** To every segment that is not its own; sometimes one is forgotten. */
    private void addRoutes() {
        for (Node node : topology.nodes) {
            for (Segment segment : topology.segments) {
                Port out = outTo(node, segment);
                if (out == null || dice.percent(6)) {
                    continue;
                }
                Port via = topology.nextHop(out, segment.members.get(0));
                boolean last = node.ports.size() == 1 && dice.percent(40);
                String destination = last ? "default" : Ipv4Address.format(segment.network) + "/" + PREFIX;
                line("ip -n %s route add %s via %s", node.name, destination, Ipv4Address.format(via.address()));
                if (last) {
                    break;
                }
            }
        }
    }

    /** The interface towards a segment that the node is not on. */
    private Port outTo(Node node, Segment segment) {
        if (segment.members.contains(node)) {
            return null;
        }
        for (Port port : node.ports) {
            if (topology.nextHop(port, segment.members.get(0)) != null) {
                return port;
            }
        }
        return null;
    }
}
