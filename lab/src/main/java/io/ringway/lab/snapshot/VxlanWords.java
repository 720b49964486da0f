package io.ringway.lab.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What stands behind {@code type vxlan}. */
final class VxlanWords {
    private static final List<String> LACKING =
            List.of("proxy", "rsc", "external", "gbp", "gpe", "vnifilter", "remcsum_tx", "remcsum_rx");

    private VxlanWords() {}

    /** The device that the tunnel is bound to; the tool looks for its number where it runs, wherever that number is from. */
    static RecordedLink lower(RecordedLink vxlan, RecordedNamespace home) {
        String said = vxlan.data().path("link").asText();
        RecordedLink namedHere = vxlan.in().link(said);
        if (home == vxlan.in()) {
            return namedHere;
        }
        if (namedHere != null) {
            return home.link(namedHere.ifindex());
        }
        return said.matches("if\\d{1,9}") ? home.link(Integer.parseInt(said.substring(2))) : null;
    }

    static List<String> of(RecordedLink vxlan, RecordedLink lower) {
        JsonNode data = vxlan.data();
        List<String> words =
                new ArrayList<>(List.of("type", "vxlan", "id", data.path("id").asText()));
        for (String word : new String[] {"group", "remote", "local"}) {
            value(words, data, word, word);
        }
        if (lower != null) {
            words.addAll(List.of("dev", lower.name()));
        }
        value(words, data, "dstport", "port");
        JsonNode range = data.path("port_range");
        if (range.path("high").asInt() != 0) {
            words.addAll(List.of(
                    "srcport", range.get("low").asText(), range.get("high").asText()));
        }
        int ttl = data.path("ttl").asInt(-1);
        if (ttl != 0) {
            words.addAll(List.of("ttl", ttl < 0 ? "inherit" : Integer.toString(ttl)));
        }
        if (data.has("tos")) {
            String tos = data.get("tos").asText();
            words.addAll(List.of("tos", tos.equals("0x1") ? "inherit" : tos));
        }
        value(words, data, "df", "df");
        value(words, data, "ageing", "ageing");
        value(words, data, "maxaddress", "limit");
        flag(words, data, "learning", true);
        flag(words, data, "l2miss", false);
        flag(words, data, "l3miss", false);
        words.add(data.path("udp_csum").asBoolean(true) ? "udpcsum" : "noudpcsum");
        for (String word : LACKING) {
            if (data.path(word).asBoolean()) {
                words.add(word);
            }
        }
        return words;
    }

    private static void value(List<String> words, JsonNode data, String word, String key) {
        if (data.has(key)) {
            words.addAll(List.of(word, data.get(key).asText()));
        }
    }

    private static void flag(List<String> words, JsonNode data, String key, boolean usual) {
        if (data.path(key).asBoolean(usual) != usual) {
            words.add(usual ? "no" + key : key);
        }
    }
}
