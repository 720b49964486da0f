package io.ringway.lab.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A route of {@code ip -N -j -d route} as the command that makes it. */
final class RouteLine {
    /** In the order of the kernel's numbers ({@code RTN_*}). */
    private static final List<String> TYPES = List.of(
            "unspec",
            "unicast",
            "local",
            "broadcast",
            "anycast",
            "multicast",
            "blackhole",
            "unreachable",
            "prohibit",
            "throw",
            "nat");

    private RouteLine() {}

    static List<String> of(String verb, JsonNode route) {
        List<String> words = new ArrayList<>(List.of("ip", "route", verb));
        words.add(type(route.path("type").asText("1")));
        words.add(route.path("dst").asText());
        value(words, route, "tos", "tos");
        way(words, route);
        value(words, route, "table", "table");
        value(words, route, "proto", "protocol");
        value(words, route, "scope", "scope");
        value(words, route, "src", "prefsrc");
        value(words, route, "metric", "metric");
        value(words, route, "nhid", "nhid");
        onLink(words, route);
        metrics(words, route);
        for (JsonNode nexthop : route.path("nexthops")) {
            words.add("nexthop");
            way(words, nexthop);
            value(words, nexthop, "weight", "weight");
            onLink(words, nexthop);
        }
        return words;
    }

    private static String type(String said) {
        boolean number = said.matches("\\d{1,2}") && Integer.parseInt(said) < TYPES.size();
        return number ? TYPES.get(Integer.parseInt(said)) : said;
    }

    private static void way(List<String> words, JsonNode node) {
        value(words, node, "via", "gateway");
        if (node.has("via")) {
            words.addAll(List.of(
                    "via",
                    node.get("via").path("family").asText(),
                    node.get("via").path("host").asText()));
        }
        value(words, node, "dev", "dev");
    }

    private static void onLink(List<String> words, JsonNode node) {
        for (JsonNode flag : node.path("flags")) {
            if (flag.asText().equals("onlink")) {
                words.add("onlink");
            }
        }
    }

    /** {@code "metrics":[{"mtu":1400,…}]}; those that are locked stand there by name. */
    private static void metrics(List<String> words, JsonNode route) {
        for (JsonNode all : route.path("metrics")) {
            for (Map.Entry<String, JsonNode> metric : all.properties()) {
                words.add(metric.getKey());
                words.add(metric.getValue().asText());
            }
        }
    }

    private static void value(List<String> words, JsonNode node, String word, String key) {
        if (node.has(key)) {
            words.add(word);
            words.add(node.get(key).asText());
        }
    }
}
