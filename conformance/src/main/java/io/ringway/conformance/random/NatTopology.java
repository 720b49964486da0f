package io.ringway.conformance.random;

import io.ringway.packet.Ipv4Address;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Who stands where in a lab of hosts around boxes that translate. */
final class NatTopology {
    private static final int SAME_NETWORK = 0xffffff00;

    /** A host with one interface; one that is fed is mute, and all that it says is made up. */
    record Host(String name, int address, long mac, boolean fed) {
        static final String DEVICE = "eth0";

        String where() {
            return name + ":" + DEVICE;
        }
    }

    /** Where a client may turn to. */
    record Service(int protocol, int address, int port) {}

    /** A service, and the box that publishes it. */
    record Published(Box box, Service service) {}

    /** A box that translates between the network inside of it, on its own bridge, and the one in the middle. */
    static final class Box {
        static final String INSIDE = "lan";
        static final String OUTSIDE = "eth1";

        final String name;
        final int inside;
        final long insideMac;
        final int outside;
        final long outsideMac;
        /** More of its own, on the interface outside. */
        final List<Integer> more = new ArrayList<>();
        /** Whether a rule hides all of its inside behind it. */
        boolean hides;

        Box(String name, int inside, long insideMac, int outside, long outsideMac) {
            this.name = name;
            this.inside = inside;
            this.insideMac = insideMac;
            this.outside = outside;
            this.outsideMac = outsideMac;
        }

        boolean isInside(Host host) {
            return isNear(host.address(), inside);
        }

        boolean owns(int address) {
            return address == inside || address == outside || more.contains(address);
        }

        List<Integer> addresses() {
            List<Integer> all = new ArrayList<>(List.of(inside, outside));
            all.addAll(more);
            return all;
        }
    }

    final List<Host> hosts = new ArrayList<>();
    final List<Box> boxes = new ArrayList<>();
    final List<String> lab = new ArrayList<>();
    final Set<String> features = new TreeSet<>();
    /** What rules wait for. */
    final List<Service> services = new ArrayList<>();
    /** What a box surely translates, for whoever comes from outside of it. */
    final List<Published> published = new ArrayList<>();
    /** Whose connections some box looks into. */
    final List<Service> helped = new ArrayList<>();
    /** Nobody's own; routers send packets for it to a box. */
    final List<Integer> virtual = new ArrayList<>();
    /** Networks that a box stands for, by their first three bytes. */
    final Map<Integer, Box> standsFor = new HashMap<>();

    static boolean isNear(int one, int other) {
        return ((one ^ other) & SAME_NETWORK) == 0;
    }

    static String text(int address) {
        return Ipv4Address.format(address);
    }

    /** Those whose packets are made up. */
    List<Host> fed() {
        return hosts.stream().filter(Host::fed).toList();
    }

    Box boxOf(String name) {
        return boxes.stream().filter(box -> box.name.equals(name)).findFirst().orElse(null);
    }

    /** Whose MAC a host's packet for that address carries. */
    long nextMac(Host from, int destination) {
        for (Host host : hosts) {
            if (host.address() == destination && isNear(from.address(), destination)) {
                return host.mac();
            }
        }
        Box gateway = null;
        for (Box box : boxes) {
            if (isNear(from.address(), box.inside)) {
                return box.insideMac;
            }
            boolean leadsThere = isNear(destination, box.inside)
                    || box.owns(destination)
                    || standsFor.get(destination & SAME_NETWORK) == box;
            if (gateway == null || leadsThere) {
                gateway = box;
            }
        }
        return gateway.outsideMac;
    }
}
