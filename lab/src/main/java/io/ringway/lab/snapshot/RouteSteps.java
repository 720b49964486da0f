package io.ringway.lab.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ringway.engine.Namespace;
import io.ringway.engine.route.Route;
import io.ringway.engine.route.RouteTable;
import io.ringway.lab.show.RouteNames;
import io.ringway.lab.show.RouteView;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The routes that addresses did not bring; and those that they brought and that are not there, away. */
final class RouteSteps implements Step {
    static final String COMMAND = "ip -4 -N -j -d route show table all";
    private static final RouteView VIEW = new RouteView(true, false, new RouteNames(true), Set.of());

    @Override
    public void run(RecordedNamespace namespace, Reconstruction model) {
        Section section = namespace.section(COMMAND);
        if (section == null || !section.worked()) {
            return;
        }
        Map<String, JsonNode> made = made(model.built(namespace));
        List<JsonNode> missing = new ArrayList<>();
        Set<String> there = new HashSet<>();
        for (JsonNode route : section.objects()) {
            if (made.remove(text(route)) != null) {
                there.add(key(route));
            } else {
                missing.add(route);
            }
        }
        made.values().forEach(gone -> model.run(section, namespace, RouteLine.of("del", gone)));
        for (int hop = 0; hop < 2; hop++) {
            for (JsonNode route : missing) {
                if (hasGateway(route) == (hop == 1)) {
                    String verb = there.add(key(route)) ? "add" : "append";
                    model.run(section, namespace, RouteLine.of(verb, route));
                }
            }
        }
    }

    private static Map<String, JsonNode> made(Namespace namespace) {
        Map<String, JsonNode> made = new LinkedHashMap<>();
        for (RouteTable table : namespace.stack().routing().allTables()) {
            for (Route route : table.routes()) {
                JsonNode json = VIEW.json(route);
                made.put(text(json), json);
            }
        }
        return made;
    }

    /** What stands for the same route on both sides; flags of carriers come and go by themselves. */
    private static String text(JsonNode route) {
        ObjectNode copy = route.deepCopy();
        withoutCarrier(copy);
        copy.path("nexthops").forEach(nexthop -> withoutCarrier((ObjectNode) nexthop));
        return copy.toString();
    }

    private static void withoutCarrier(ObjectNode node) {
        ArrayNode kept = node.arrayNode();
        for (JsonNode flag : node.path("flags")) {
            if (flag.asText().equals("onlink")) {
                kept.add(flag);
            }
        }
        node.set("flags", kept);
    }

    private static String key(JsonNode route) {
        return route.path("table").asText("254") + " " + route.path("dst").asText() + " "
                + route.path("tos").asText() + " " + route.path("metric").asText();
    }

    private static boolean hasGateway(JsonNode route) {
        boolean any = route.has("gateway") || route.has("via");
        for (JsonNode nexthop : route.path("nexthops")) {
            any |= nexthop.has("gateway") || nexthop.has("via");
        }
        return any;
    }
}
