package io.ringway.lab.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What stands behind {@code type macvlan}, {@code ipvlan} and {@code vlan}. */
final class UpperWords {
    private UpperWords() {}

    static List<String> of(RecordedLink link) {
        List<String> words = new ArrayList<>(List.of("type", link.kind()));
        JsonNode data = link.data();
        switch (link.kind()) {
            case "macvlan" -> macvlan(words, data);
            case "ipvlan" -> {
                words.addAll(List.of("mode", data.path("mode").asText("l3")));
                words.add(data.has("private") ? "private" : data.has("vepa") ? "vepa" : "bridge");
            }
            default -> vlan(words, data);
        }
        return words;
    }

    private static void macvlan(List<String> words, JsonNode data) {
        words.addAll(List.of("mode", data.path("mode").asText("vepa")));
        for (String flag : new String[] {"nopromisc", "nodst"}) {
            if (data.has(flag)) {
                words.addAll(List.of("flag", flag));
            }
        }
        if (data.has("bcqueuelen")) {
            words.addAll(List.of("bcqueuelen", data.get("bcqueuelen").asText()));
        }
        if (data.has("macaddr_data")) {
            words.addAll(List.of("macaddr", "set"));
            List<String> sources = new ArrayList<>();
            data.get("macaddr_data").forEach(mac -> sources.add(0, mac.asText()));
            words.addAll(sources);
        }
    }

    private static void vlan(List<String> words, JsonNode data) {
        words.addAll(List.of("protocol", data.path("protocol").asText("802.1Q")));
        words.addAll(List.of("id", data.path("id").asText()));
        List<String> flags = new ArrayList<>();
        data.path("flags").forEach(flag -> flags.add(flag.asText()));
        if (!flags.contains("REORDER_HDR")) {
            words.addAll(List.of("reorder_hdr", "off"));
        }
        if (flags.contains("LOOSE_BINDING")) {
            words.addAll(List.of("loose_binding", "on"));
        }
    }
}
