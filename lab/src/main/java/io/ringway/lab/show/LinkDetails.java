package io.ringway.lab.show;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ringway.engine.Namespace;
import io.ringway.engine.device.Bridge;
import io.ringway.engine.device.Device;
import io.ringway.engine.device.Ipvlan;
import io.ringway.engine.device.Loopback;
import io.ringway.engine.device.Macvlan;
import io.ringway.engine.device.TapInterface;
import io.ringway.engine.device.Veth;
import io.ringway.engine.device.VlanDevice;
import io.ringway.engine.vxlan.Vxlan;
import io.ringway.packet.EthernetHeader;

/**
 * What {@code ip -d link} and {@code ip -d addr} say more of a device ({@code ipaddress.c:print_linkinfo()}). What the
 * model does not hold is as the kernel begins with.
 *
 * @param ofLink whether {@code ip link} asks, which tells how IPv6 addresses would be made
 */
record LinkDetails(Namespace namespace, boolean ofLink) {
    private static final int SMALLEST_MTU = 68;
    private static final int LARGEST_MTU = 65_535;
    /** Below it a device has no IPv6. */
    private static final int SMALLEST_IPV6_MTU = 1280;

    private static final int LEGACY_SEGMENT = 65_536;
    private static final int LARGEST_SEGMENT = 524_280;

    /** Adds the fields to what {@code ip -j link} prints. */
    void add(ObjectNode node, Device device) {
        boolean loopback = device instanceof Loopback;
        boolean tap = device instanceof TapInterface;
        int largest = tap ? TapInterface.LARGEST_MTU : LARGEST_MTU;
        int queues = device instanceof Veth ? 2 : 1;
        node.put("promiscuity", device.filter().promiscuity());
        node.put("allmulti", device.filter().allMulticast());
        node.put("min_mtu", loopback ? 0 : SMALLEST_MTU);
        node.put("max_mtu", loopback ? 0 : largest);
        if (!loopback) {
            ObjectNode info = node.putObject("linkinfo").put("info_kind", device.kind());
            kind(info, device);
            if (device.port() != null) {
                info.put("info_slave_kind", "bridge");
                BridgeDetails.addPort(info.putObject("info_slave_data"), device.port());
            }
        }
        if (ofLink && device.mtu() >= SMALLEST_IPV6_MTU) {
            node.put("inet6_addr_gen_mode", "eui64");
        }
        node.put("num_tx_queues", queues).put("num_rx_queues", queues);
        node.put("gso_max_size", 65_536).put("gso_max_segs", 65_535);
        node.put("tso_max_size", largestSegment(device)).put("tso_max_segs", 65_535);
        node.put("gro_max_size", 65_536);
    }

    /** As the driver says, and what stands on other devices takes over from them ({@code netif_inherit_tso_max()}). */
    private static int largestSegment(Device device) {
        if (device instanceof TapInterface) {
            return LEGACY_SEGMENT;
        }
        if (device instanceof Bridge bridge) {
            int unused = bridge.hadPorts() ? LARGEST_SEGMENT : LEGACY_SEGMENT;
            return bridge.ports().stream()
                    .mapToInt(port -> largestSegment(port.device()))
                    .min()
                    .orElse(unused);
        }
        if (device instanceof Vxlan vxlan) {
            Device lower = vxlan.config().lower();
            return lower == null ? LEGACY_SEGMENT : largestSegment(lower);
        }
        return device instanceof Macvlan || device instanceof Ipvlan
                ? largestSegment(device.linked())
                : LARGEST_SEGMENT;
    }

    private void kind(ObjectNode info, Device device) {
        if (device instanceof Bridge bridge) {
            BridgeDetails.add(info.putObject("info_data"), bridge);
        } else if (device instanceof Vxlan vxlan) {
            VxlanDetails.add(info.putObject("info_data"), vxlan, namespace);
        } else if (device instanceof Macvlan macvlan) {
            MacvlanDetails.add(info.putObject("info_data"), macvlan);
        } else if (device instanceof Ipvlan ipvlan) {
            info.putObject("info_data")
                    .put("mode", ipvlan.sharedPort().mode().word())
                    .put(ipvlan.sharedPort().isolation().word(), true);
        } else if (device instanceof TapInterface) {
            info.putObject("info_data")
                    .put("type", "tap")
                    .put("pi", false)
                    .put("vnet_hdr", false)
                    .put("multi_queue", false)
                    .put("persist", true);
        } else if (device instanceof VlanDevice vlan) {
            ObjectNode data = info.putObject("info_data");
            data.put("protocol", vlan.protocol() == EthernetHeader.TYPE_QINQ ? "802.1ad" : "802.1Q");
            data.put("id", vlan.vlanId());
            var flags = data.putArray("flags");
            if (vlan.reordersHeader()) {
                flags.add("REORDER_HDR");
            }
            if (vlan.isLooselyBound()) {
                flags.add("LOOSE_BINDING");
            }
        }
    }

    /** The same as text; nothing when the fields are not there. */
    static void append(ObjectNode link, StringBuilder text) {
        if (!link.has("promiscuity")) {
            return;
        }
        text.append(" promiscuity ").append(link.get("promiscuity").asInt());
        text.append("  allmulti ").append(link.get("allmulti").asInt());
        text.append(" minmtu ").append(link.get("min_mtu").asInt());
        text.append(" maxmtu ").append(link.get("max_mtu").asInt()).append(' ');
        if (link.has("linkinfo")) {
            JsonNode info = link.get("linkinfo");
            text.append("\n    ").append(info.get("info_kind").asText()).append(' ');
            data(info, text);
            if (info.has("info_slave_data")) {
                text.append("\n    bridge_slave ");
                BridgeDetails.append(info.get("info_slave_data"), text);
            }
        }
        if (link.has("inet6_addr_gen_mode")) {
            text.append("addrgenmode ")
                    .append(link.get("inet6_addr_gen_mode").asText())
                    .append(' ');
        }
        text.append("numtxqueues ").append(link.get("num_tx_queues").asInt());
        text.append(" numrxqueues ").append(link.get("num_rx_queues").asInt());
        text.append(" gso_max_size ").append(link.get("gso_max_size").asInt());
        text.append(" gso_max_segs ").append(link.get("gso_max_segs").asInt());
        text.append(" tso_max_size ").append(link.get("tso_max_size").asInt());
        text.append(" tso_max_segs ").append(link.get("tso_max_segs").asInt());
        text.append(" gro_max_size ").append(link.get("gro_max_size").asInt()).append(' ');
    }

    private static void data(JsonNode info, StringBuilder text) {
        JsonNode data = info.path("info_data");
        if (info.get("info_kind").asText().equals("bridge")) {
            BridgeDetails.append(data, text);
        } else if (info.get("info_kind").asText().equals("vxlan")) {
            VxlanDetails.append(data, text);
        } else if (info.get("info_kind").asText().equals("ipvlan")) {
            text.append(" mode ").append(data.get("mode").asText()).append(' ');
            String isolation = data.has("private") ? "private" : data.has("vepa") ? "vepa" : "bridge";
            text.append(isolation).append(' ');
        } else if (data.has("mode")) {
            MacvlanDetails.append(data, text);
        } else if (data.has("type")) {
            text.append("type tap pi off vnet_hdr off persist on ");
        } else if (data.has("id")) {
            text.append("protocol ").append(data.get("protocol").asText());
            text.append(" id ").append(data.get("id").asInt()).append(" <");
            String separator = "";
            for (JsonNode flag : data.get("flags")) {
                text.append(separator).append(flag.asText());
                separator = ",";
            }
            text.append("> ");
        }
    }
}
