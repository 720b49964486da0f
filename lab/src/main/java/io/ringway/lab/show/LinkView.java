package io.ringway.lab.show;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ringway.engine.Namespace;
import io.ringway.engine.Network;
import io.ringway.engine.device.Device;
import io.ringway.engine.device.Loopback;
import io.ringway.engine.device.OperState;
import io.ringway.engine.vxlan.Vxlan;
import io.ringway.packet.MacAddress;

/** A device as {@code ip -j link} and {@code ip -j addr} print it ({@code ipaddress.c:print_linkinfo()}). */
public final class LinkView {
    private final Network network;
    private final Namespace namespace;

    public LinkView(Network network, Namespace namespace) {
        this.network = network;
        this.namespace = namespace;
    }

    /** As {@code ip -j link show} has it; with {@code stats64} as {@code -s} asks for it, and what {@code -d} adds. */
    public ObjectNode link(Device device, int statisticsLevel, boolean details) {
        ObjectNode node = head(device);
        node.put("linkmode", "DEFAULT");
        tail(node, device, true);
        if (details) {
            new LinkDetails(namespace, true).add(node, device);
        }
        if (!device.flags().alias().isEmpty()) {
            node.put("ifalias", device.flags().alias());
        }
        addStatistics(node, device, statisticsLevel);
        return node;
    }

    void addStatistics(ObjectNode node, Device device, int level) {
        if (level > 0) {
            node.set("stats64", LinkStatistics.json(device, level > 1));
        }
    }

    /** As {@code ip -j addr show} begins it; {@code -4} leaves the link's own addresses out. */
    ObjectNode linkOfAddresses(Device device, boolean withMac, boolean details) {
        ObjectNode node = head(device);
        tail(node, device, withMac || details);
        if (details) {
            new LinkDetails(namespace, false).add(node, device);
        }
        return node;
    }

    private ObjectNode head(Device device) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("ifindex", device.ifindex());
        boolean linkedDown = false;
        Device linked = device.linked();
        if (linked != null) {
            if (linked.namespace().equals(namespace.name())) {
                node.put("link", linked.name());
                linkedDown = !linked.isUp();
            } else {
                node.put("link_index", linked.ifindex());
            }
        } else if (isAway(device)) {
            node.put("link_index", device.ifindex());
        }
        node.put("ifname", device.name());
        node.set("flags", flags(device, linkedDown));
        node.put("mtu", device.mtu());
        node.put("qdisc", device.hasQdisc() ? device.qdisc() : "noop");
        if (device.port() != null) {
            node.put("master", device.port().bridge().name());
        }
        node.put("operstate", operationalState(device).name());
        return node;
    }

    private void tail(ObjectNode node, Device device, boolean withMac) {
        node.put("group", "default");
        if (device.flags().txQueueLength() != 0) {
            node.put("txqlen", device.flags().txQueueLength());
        }
        if (withMac) {
            boolean loopback = device instanceof Loopback;
            node.put("link_type", loopback ? "loopback" : "ether");
            node.put("address", MacAddress.format(device.mac()));
            node.put("broadcast", MacAddress.format(loopback ? 0 : MacAddress.BROADCAST));
        }
        Device linked = device.linked();
        if (linked != null && !linked.namespace().equals(namespace.name())) {
            node.put("link_netnsid", namespace.idOf(network.namespaceOf(linked)));
        } else if (isAway(device)) {
            node.put(
                    "link_netnsid",
                    namespace.idOf(network.namespace(((Vxlan) device).home().name())));
        }
    }

    /** Whether it is a tunnel that begins in another namespace. */
    private boolean isAway(Device device) {
        return device instanceof Vxlan vxlan && !vxlan.home().name().equals(namespace.name());
    }

    /** In the order of {@code print_link_flags()}. */
    private static ArrayNode flags(Device device, boolean linkedDown) {
        ArrayNode flags = JsonNodeFactory.instance.arrayNode();
        OperState state = operationalState(device);
        boolean running = state == OperState.UP || state == OperState.UNKNOWN;
        addIf(flags, device.isUp() && !running, "NO-CARRIER");
        if (device instanceof Loopback) {
            flags.add("LOOPBACK");
        } else {
            flags.add("BROADCAST");
            addIf(flags, device.flags().isMulticast(), "MULTICAST");
        }
        addIf(flags, !device.flags().isArp(), "NOARP");
        addIf(flags, device.filter().isAllMulticastByUser(), "ALLMULTI");
        addIf(flags, device.filter().isPromiscuousByUser(), "PROMISC");
        addIf(flags, device.flags().isDynamic(), "DYNAMIC");
        addIf(flags, device.isUp(), "UP");
        addIf(flags, device.isUp() && device.hasCarrier(), "LOWER_UP");
        addIf(flags, linkedDown, "M-DOWN");
        return flags;
    }

    private static void addIf(ArrayNode flags, boolean set, String flag) {
        if (set) {
            flags.add(flag);
        }
    }

    private static OperState operationalState(Device device) {
        return device.isUp() ? device.carrier().state() : OperState.DOWN;
    }
}
