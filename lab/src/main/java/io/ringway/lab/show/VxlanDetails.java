package io.ringway.lab.show;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ringway.engine.Namespace;
import io.ringway.engine.device.Device;
import io.ringway.engine.vxlan.Vxlan;
import io.ringway.engine.vxlan.VxlanConfig;
import io.ringway.packet.Ipv4Address;
import java.util.Locale;

/** What {@code ip -d link} says of a tunnel ({@code iplink_vxlan.c:vxlan_print_opt()}). */
final class VxlanDetails {
    private static final String INHERITED_TOS = "0x1";

    private VxlanDetails() {}

    static void add(ObjectNode node, Vxlan vxlan, Namespace namespace) {
        VxlanConfig config = vxlan.config();
        node.put("id", config.vni());
        address(node, Ipv4Address.isMulticast(config.remote()) ? "group" : "remote", config.remote());
        address(node, "local", config.local());
        if (config.lower() != null) {
            node.put("link", nameOf(config.lower().ifindex(), namespace));
        }
        node.putObject("port_range").put("low", config.sourcePortLow()).put("high", config.sourcePortHigh());
        node.put("port", config.port()).put("learning", config.learning());
        trueOnly(node, "l2miss", config.l2miss());
        trueOnly(node, "l3miss", config.l3miss());
        if (config.tos() != 0) {
            node.put("tos", "0x" + Integer.toHexString(config.tos()));
        }
        if (!config.ttlInherited()) {
            node.put("ttl", config.ttl());
        }
        node.put("df", config.dontFragment().name().toLowerCase(Locale.ROOT));
        node.put("ageing", config.ageingSeconds());
        if (config.maxAddresses() != 0) {
            node.put("limit", config.maxAddresses());
        }
        node.put("udp_csum", config.udpChecksum());
        node.put("udp_zero_csum6_tx", false).put("udp_zero_csum6_rx", false);
    }

    private static void address(ObjectNode node, String name, int address) {
        if (address != 0) {
            node.put(name, Ipv4Address.format(address));
        }
    }

    private static void trueOnly(ObjectNode node, String name, boolean value) {
        if (value) {
            node.put(name, true);
        }
    }

    /** The tool looks for the number where it runs, whatever namespace that number is of. */
    private static String nameOf(int ifindex, Namespace namespace) {
        Device found = namespace.device(ifindex);
        return found == null ? "if" + ifindex : found.name();
    }

    static void append(JsonNode data, StringBuilder text) {
        word(text, "id", data.get("id"));
        word(text, "group", data.get("group"));
        word(text, "remote", data.get("remote"));
        word(text, "local", data.get("local"));
        word(text, "dev", data.get("link"));
        JsonNode range = data.get("port_range");
        word(text, "srcport", range.get("low"));
        text.append(range.get("high").asText()).append(' ');
        word(text, "dstport", data.get("port"));
        text.append(data.get("learning").asBoolean() ? "" : "nolearning ");
        text.append(data.has("l2miss") ? "l2miss " : "");
        text.append(data.has("l3miss") ? "l3miss " : "");
        if (data.has("tos")) {
            String tos = data.get("tos").asText();
            text.append("tos ")
                    .append(tos.equals(INHERITED_TOS) ? "inherit" : tos)
                    .append(' ');
        }
        int ttl = data.path("ttl").asInt();
        text.append("ttl ")
                .append(data.has("ttl") ? ttl == 0 ? "auto" : ttl : "inherit")
                .append(' ');
        if (!data.get("df").asText().equals("unset")) {
            word(text, "df", data.get("df"));
        }
        word(text, "ageing", data.get("ageing"));
        word(text, "maxaddr", data.get("limit"));
        text.append(data.get("udp_csum").asBoolean() ? "" : "no");
        text.append("udpcsum noudp6zerocsumtx noudp6zerocsumrx ");
    }

    private static void word(StringBuilder text, String name, JsonNode value) {
        if (value != null) {
            text.append(name).append(' ').append(value.asText()).append(' ');
        }
    }
}
