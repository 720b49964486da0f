package io.ringway.lab.show;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ringway.engine.Namespace;
import io.ringway.engine.Network;
import io.ringway.engine.device.Counters;
import io.ringway.engine.device.Device;
import io.ringway.engine.device.Loopback;
import io.ringway.engine.device.Veth;
import io.ringway.engine.vxlan.Vxlan;
import io.ringway.packet.MacAddress;

/** A device as {@code ip -j link} and {@code ip -j addr} print it ({@code ipaddress.c:print_linkinfo()}). */
public final class LinkView {
    private static final int TX_QUEUE_LENGTH = 1000;

    private final Network network;
    private final Namespace namespace;

    public LinkView(Network network, Namespace namespace) {
        this.network = network;
        this.namespace = namespace;
    }

    /** As {@code ip -j link show} has it; with {@code stats64} for {@code -s}. */
    public ObjectNode link(Device device, boolean statistics) {
        ObjectNode node = head(device);
        node.put("linkmode", "DEFAULT");
        tail(node, device, true);
        if (statistics) {
            node.set("stats64", statistics(device.counters()));
        }
        return node;
    }

    /** As {@code ip -j addr show} begins it; {@code -4} leaves the link's own addresses out. */
    ObjectNode linkOfAddresses(Device device, boolean withMac) {
        ObjectNode node = head(device);
        tail(node, device, withMac);
        return node;
    }

    private ObjectNode head(Device device) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("ifindex", device.ifindex());
        boolean peerDown = false;
        if (device instanceof Veth veth) {
            if (veth.peer().namespace().equals(namespace.name())) {
                node.put("link", veth.peer().name());
                peerDown = !veth.peer().isUp();
            } else {
                node.put("link_index", veth.peer().ifindex());
            }
        } else if (isAway(device)) {
            node.put("link_index", device.ifindex());
        }
        node.put("ifname", device.name());
        node.set("flags", flags(device, peerDown));
        node.put("mtu", device.mtu());
        node.put("qdisc", device.hasQdisc() ? "noqueue" : "noop");
        if (device.port() != null) {
            node.put("master", device.port().bridge().name());
        }
        node.put("operstate", operationalState(device));
        return node;
    }

    private void tail(ObjectNode node, Device device, boolean withMac) {
        node.put("group", "default").put("txqlen", TX_QUEUE_LENGTH);
        if (!withMac) {
            return;
        }
        boolean loopback = device instanceof Loopback;
        node.put("link_type", loopback ? "loopback" : "ether");
        node.put("address", MacAddress.format(device.mac()));
        node.put("broadcast", MacAddress.format(loopback ? 0 : MacAddress.BROADCAST));
        if (device instanceof Veth veth && !veth.peer().namespace().equals(namespace.name())) {
            node.put(
                    "link_netnsid", namespace.idOf(network.namespace(veth.peer().namespace())));
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
    static ArrayNode flags(Device device, boolean peerDown) {
        ArrayNode flags = JsonNodeFactory.instance.arrayNode();
        if (device.isUp() && !device.hasCarrier()) {
            flags.add("NO-CARRIER");
        }
        if (device instanceof Loopback) {
            flags.add("LOOPBACK");
        } else {
            flags.add("BROADCAST").add("MULTICAST");
        }
        if (device.isUp()) {
            flags.add("UP");
            if (device.hasCarrier()) {
                flags.add("LOWER_UP");
            }
        }
        if (peerDown) {
            flags.add("M-DOWN");
        }
        return flags;
    }

    /**
     * RFC 2863's state; a veth without carrier looks for its peer's number in its own namespace, whatever stands there
     * ({@code link_watch.c:default_operstate()}).
     */
    private String operationalState(Device device) {
        if (!device.isUp()) {
            return "DOWN";
        }
        if (device.hasCarrier()) {
            return device instanceof Loopback || device instanceof Vxlan ? "UNKNOWN" : "UP";
        }
        if (device instanceof Veth veth && veth.peer().ifindex() != veth.ifindex()) {
            Device below = namespace.device(veth.peer().ifindex());
            return below == null || below.hasCarrier() ? "DOWN" : "LOWERLAYERDOWN";
        }
        return "DOWN";
    }

    private static ObjectNode statistics(Counters counters) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.putObject("rx")
                .put("bytes", counters.rxBytes())
                .put("packets", counters.rxPackets())
                .put("errors", counters.rxErrors())
                .put("dropped", counters.rxDropped())
                .put("over_errors", 0)
                .put("multicast", counters.multicast());
        node.putObject("tx")
                .put("bytes", counters.txBytes())
                .put("packets", counters.txPackets())
                .put("errors", counters.txErrors())
                .put("dropped", counters.txDropped())
                .put("carrier_errors", counters.txCarrierErrors())
                .put("collisions", counters.collisions());
        return node;
    }
}
