package io.ringway.lab.show;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ringway.engine.device.Bridge;
import io.ringway.engine.device.BridgePort;
import io.ringway.engine.device.BridgeSettings;
import io.ringway.engine.device.PortFlag;
import io.ringway.packet.MacAddress;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/**
 * What {@code ip -d link} says of a bridge and of its ports ({@code iplink_bridge.c:bridge_print_opt()},
 * {@code iplink_bridge_slave.c:bridge_slave_print_opt()}). STP, VLANs and queriers are off, as the kernel begins.
 */
final class BridgeDetails {
    private static final long CENTISECOND_NS = 10_000_000;
    private static final int PORT_BITS = 10;
    private static final int GROUPS = 16;
    private static final int LLDP = 14;

    /** Where the text calls it otherwise than the JSON. */
    private static final Map<String, String> TEXT_NAMES = Map.ofEntries(
            Map.entry("root_id", "designated_root"),
            Map.entry("group_addr", "group_address"),
            Map.entry("mcast_last_member_cnt", "mcast_last_member_count"),
            Map.entry("mcast_startup_query_cnt", "mcast_startup_query_count"),
            Map.entry("mcast_last_member_intvl", "mcast_last_member_interval"),
            Map.entry("mcast_membership_intvl", "mcast_membership_interval"),
            Map.entry("mcast_querier_intvl", "mcast_querier_interval"),
            Map.entry("mcast_query_intvl", "mcast_query_interval"),
            Map.entry("mcast_query_response_intvl", "mcast_query_response_interval"),
            Map.entry("mcast_startup_query_intvl", "mcast_startup_query_interval"),
            Map.entry("id", "port_id"),
            Map.entry("no", "port_no"),
            Map.entry("multicast_router", "mcast_router"));

    private BridgeDetails() {}

    static void add(ObjectNode node, Bridge bridge) {
        BridgeSettings settings = bridge.settings();
        node.put("forward_delay", settings.forwardDelay).put("hello_time", settings.helloTime);
        node.put("max_age", settings.maxAge).put("ageing_time", bridge.fdb().ageingNs() / CENTISECOND_NS);
        node.put("stp_state", 0).put("priority", settings.priority).put("vlan_filtering", 0);
        node.put("bridge_id", id(bridge)).put("root_id", id(bridge));
        zeros(node, "root_port", "root_path_cost", "topology_change", "topology_change_detected");
        timer(node, "hello_timer", 0);
        timer(node, "tcn_timer", 0);
        timer(node, "topology_change_timer", 0);
        timer(node, "gc_timer", bridge.fdb().cleanupLeftNs());
        node.put("group_fwd_mask", hexadecimal(settings.groupForwardMask)).put("group_addr", "01:80:c2:00:00:00");
        node.put("mcast_snooping", bridge.isSnooping() ? 1 : 0);
        node.put("no_linklocal_learn", settings.noLinkLocalLearn ? 1 : 0);
        addMulticast(node);
        node.put("nf_call_iptables", settings.callsIptables ? 1 : 0);
        zeros(node, "nf_call_ip6tables", "nf_call_arptables");
    }

    private static void addMulticast(ObjectNode node) {
        node.put("mcast_vlan_snooping", 0).put("mcast_router", 1);
        zeros(node, "mcast_query_use_ifaddr", "mcast_querier");
        node.put("mcast_hash_elasticity", 16).put("mcast_hash_max", 4096);
        node.put("mcast_last_member_cnt", 2).put("mcast_startup_query_cnt", 2);
        node.put("mcast_last_member_intvl", 100).put("mcast_membership_intvl", 26_000);
        node.put("mcast_querier_intvl", 25_500).put("mcast_query_intvl", 12_500);
        node.put("mcast_query_response_intvl", 1000).put("mcast_startup_query_intvl", 3124);
        node.put("mcast_stats_enabled", 0).put("mcast_igmp_version", 2).put("mcast_mld_version", 1);
    }

    static void addPort(ObjectNode node, BridgePort port) {
        int id = port.priority() << PORT_BITS | port.number();
        node.put("state", port.state().name().toLowerCase(Locale.ROOT));
        node.put("priority", port.priority()).put("cost", port.cost());
        flags(node, port, PortFlag.HAIRPIN, PortFlag.GUARD, PortFlag.ROOT_BLOCK, PortFlag.FASTLEAVE);
        flags(node, port, PortFlag.LEARNING, PortFlag.FLOOD);
        node.put("id", "0x" + Integer.toHexString(id)).put("no", "0x" + Integer.toHexString(port.number()));
        node.put("designated_port", id).put("designated_cost", 0);
        node.put("bridge_id", id(port.bridge())).put("root_id", id(port.bridge()));
        timer(node, "hold_timer", 0);
        timer(node, "message_age_timer", 0);
        timer(node, "forward_delay_timer", port.forwardDelayLeftNs());
        zeros(node, "topology_change_ack", "config_pending");
        node.put("proxy_arp", false).put("proxy_arp_wifi", false);
        node.put("multicast_router", port.multicastRouter());
        flags(node, port, PortFlag.MCAST_FLOOD, PortFlag.BCAST_FLOOD, PortFlag.MCAST_TO_UNICAST);
        node.put("neigh_suppress", false);
        node.put("group_fwd_mask", hexadecimal(port.groupForwardMask()));
        node.put("group_fwd_mask_str", groups(port.groupForwardMask()));
        node.put("vlan_tunnel", false);
        flags(node, port, PortFlag.ISOLATED, PortFlag.LOCKED);
    }

    private static void flags(ObjectNode node, BridgePort port, PortFlag... flags) {
        for (PortFlag flag : flags) {
            node.put(flag.name().toLowerCase(Locale.ROOT), port.has(flag));
        }
    }

    private static void zeros(ObjectNode node, String... names) {
        for (String name : names) {
            node.put(name, 0);
        }
    }

    private static void timer(ObjectNode node, String name, long leftNs) {
        node.set(name, DecimalNode.valueOf(BigDecimal.valueOf(leftNs / CENTISECOND_NS, 2)));
    }

    /** Priority and address; the address is zero until a user or a port gives one. */
    private static String id(Bridge bridge) {
        long mac = bridge.isMacChosen() || bridge.hadPorts() ? bridge.mac() : 0;
        StringBuilder id = new StringBuilder(String.format("%04x.", bridge.settings().priority));
        StringJoiner bytes = new StringJoiner(":");
        for (String octet : MacAddress.format(mac).split(":", -1)) {
            bytes.add(Integer.toHexString(Integer.parseInt(octet, 16)));
        }
        return id.append(bytes).toString();
    }

    private static String hexadecimal(int mask) {
        return mask == 0 ? "0" : "0x" + Integer.toHexString(mask);
    }

    private static String groups(int mask) {
        StringJoiner groups = new StringJoiner(",");
        groups.setEmptyValue("0x0");
        for (int group = 0; group < GROUPS; group++) {
            if ((mask & 1 << group) != 0) {
                groups.add(group == LLDP ? "lldp" : "0x" + Integer.toHexString(1 << group));
            }
        }
        return groups.toString();
    }

    /** Either as text. */
    static void append(JsonNode data, StringBuilder text) {
        boolean port = data.has("state");
        data.properties().forEach(field -> {
            String name = TEXT_NAMES.getOrDefault(field.getKey(), field.getKey());
            text.append(port && name.equals("bridge_id") ? "designated_bridge" : name)
                    .append(' ')
                    .append(word(field.getValue()))
                    .append(' ');
            if (port && name.equals("mcast_router")) {
                text.append("mcast_fast_leave ")
                        .append(word(data.get("fastleave")))
                        .append(' ');
            }
        });
    }

    private static String word(JsonNode value) {
        if (value.isBoolean()) {
            return value.asBoolean() ? "on" : "off";
        }
        return value.isBigDecimal() ? String.format("%7s", value.decimalValue().toPlainString()) : value.asText();
    }
}
