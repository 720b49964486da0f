package io.ringway.lab.show;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ringway.engine.device.Macvlan;
import io.ringway.engine.device.MacvlanMode;
import io.ringway.packet.MacAddress;

/** What {@code ip -d link} says of a macvlan ({@code iplink_macvlan.c:macvlan_print_opt()}). */
final class MacvlanDetails {
    private MacvlanDetails() {}

    static void add(ObjectNode data, Macvlan macvlan) {
        data.put("mode", macvlan.mode().word());
        if (macvlan.options().nopromisc()) {
            data.put("nopromisc", true);
        }
        if (macvlan.options().nodst()) {
            data.put("nodst", true);
        }
        data.put("bcqueuelen", macvlan.options().broadcastQueue());
        data.put("usedbcqueuelen", macvlan.usedBroadcastQueue());
        if (macvlan.mode() == MacvlanMode.SOURCE) {
            data.put("macaddr_count", macvlan.sources().size());
            addSources(data, macvlan);
        }
    }

    private static void addSources(ObjectNode data, Macvlan macvlan) {
        if (!macvlan.sources().isEmpty()) {
            ArrayNode all = data.putArray("macaddr_data");
            macvlan.sources().forEach(mac -> all.add(MacAddress.format(mac)));
        }
    }

    static void append(JsonNode data, StringBuilder text) {
        text.append("mode ").append(data.get("mode").asText()).append(' ');
        for (String flag : new String[] {"nopromisc", "nodst"}) {
            if (data.has(flag)) {
                text.append(flag).append(' ');
            }
        }
        for (String length : new String[] {"bcqueuelen", "usedbcqueuelen"}) {
            text.append(length).append(' ').append(data.get(length).asLong()).append(' ');
        }
        if (data.has("macaddr_count")) {
            text.append("remotes (").append(data.get("macaddr_count").asInt()).append(") ");
            data.path("macaddr_data").forEach(mac -> text.append(mac.asText()).append(' '));
        }
    }
}
