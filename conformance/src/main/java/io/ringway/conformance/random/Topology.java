package io.ringway.conformance.random;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What a generated lab looks like, for those who make traffic for it. */
final class Topology {
    /** A namespace with addresses. */
    static final class Node {
        final String name;
        final List<Port> ports = new ArrayList<>();
        boolean forwards;

        Node(String name) {
            this.name = name;
        }

        Port on(int segment) {
            return ports.stream()
                    .filter(port -> port.segment() == segment)
                    .findFirst()
                    .orElse(null);
        }
    }

    /** A bridge and its ports, or a mere wire. */
    static final class Segment {
        final int number;
        final int network;
        final List<Node> members = new ArrayList<>();
        /** {@code NS:IF} of bridges and their ports, where frames may be sent too. */
        final List<String> inner = new ArrayList<>();

        Segment(int number, int network) {
            this.number = number;
            this.network = network;
        }
    }

    final List<Node> nodes = new ArrayList<>();
    /** Hosts behind taps, of which the lab has no namespace. */
    final List<Node> outsiders = new ArrayList<>();

    final List<Segment> segments = new ArrayList<>();
    /** Lines of the lab, in order. */
    final List<String> lab = new ArrayList<>();
    /** Devices above or beside the links, which may go down and up again too: {@code NS IF}. */
    final List<String> devices = new ArrayList<>();
    /** Links that may go down and up again: {@code NS IF}. */
    final List<String> links = new ArrayList<>();
    /** Bridge ports: {@code NS PORT BRIDGE}. */
    final List<String> bridgePorts = new ArrayList<>();
    /** {@code NS BRIDGE}. */
    final List<String> bridges = new ArrayList<>();

    /** Of the tunnel; meaningless without one. */
    int vni;

    int vxlanPort;
    /** Where tunnels' packets come in. */
    final List<Port> tunnelEnds = new ArrayList<>();

    final Set<String> features = new TreeSet<>();
    final Set<String> namespaces = new LinkedHashSet<>();

    List<Port> ports() {
        return nodes.stream().flatMap(node -> node.ports.stream()).toList();
    }

    /** Whoever sends or may be sent to. */
    List<Node> everybody() {
        List<Node> all = new ArrayList<>(nodes);
        all.addAll(outsiders);
        return all;
    }

    List<Port> everybodysPorts() {
        return everybody().stream().flatMap(node -> node.ports.stream()).toList();
    }

    Node nodeOf(Port port) {
        return everybody().stream()
                .filter(node -> node.ports.contains(port))
                .findFirst()
                .orElseThrow();
    }

    /** The neighbour of this port on a shortest way to that node, null when none leads by it. */
    Port nextHop(Port from, Node target) {
        Map<Node, Integer> distances = distancesTo(target);
        Node best = nodeOf(from);
        for (Node member : segments.get(from.segment()).members) {
            if (distances.get(member) < distances.get(best)) {
                best = member;
            }
        }
        return best.ports.contains(from) ? null : best.on(from.segment());
    }

    /** In segments that are crossed. */
    private Map<Node, Integer> distancesTo(Node target) {
        Map<Node, Integer> distances = new HashMap<>(Map.of(target, 0));
        Deque<Node> next = new ArrayDeque<>(List.of(target));
        while (!next.isEmpty()) {
            Node node = next.remove();
            for (Port port : node.ports) {
                for (Node member : segments.get(port.segment()).members) {
                    if (distances.putIfAbsent(member, distances.get(node) + 1) == null) {
                        next.add(member);
                    }
                }
            }
        }
        return distances;
    }
}
