package io.ringway.conformance.random;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
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
    final List<Segment> segments = new ArrayList<>();
    /** Lines of the lab, in order. */
    final List<String> lab = new ArrayList<>();
    /** Links that may go down and up again: {@code NS IF}. */
    final List<String> links = new ArrayList<>();
    /** Bridge ports: {@code NS PORT BRIDGE}. */
    final List<String> bridgePorts = new ArrayList<>();
    /** {@code NS BRIDGE}. */
    final List<String> bridges = new ArrayList<>();

    final Set<String> features = new TreeSet<>();
    final Set<String> namespaces = new LinkedHashSet<>();

    List<Port> ports() {
        return nodes.stream().flatMap(node -> node.ports.stream()).toList();
    }

    /** The neighbour of this port on the way to that node, null when there is none. */
    Port nextHop(Port from, Node target) {
        for (Node member : segments.get(from.segment()).members) {
            if (member.on(from.segment()) != from && reaches(member, target, from.segment())) {
                return member.on(from.segment());
            }
        }
        return null;
    }

    /** Whether the node is the target or leads to it by another segment than the one that was come from; a tree. */
    private boolean reaches(Node node, Node target, int cameFrom) {
        if (node == target) {
            return true;
        }
        for (Port port : node.ports) {
            if (port.segment() == cameFrom) {
                continue;
            }
            for (Node member : segments.get(port.segment()).members) {
                if (member != node && reaches(member, target, port.segment())) {
                    return true;
                }
            }
        }
        return false;
    }
}
