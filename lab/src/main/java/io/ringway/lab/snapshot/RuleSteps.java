package io.ringway.lab.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringway.engine.route.RoutingRule;
import io.ringway.engine.route.RoutingRules;
import io.ringway.lab.show.RouteNames;
import io.ringway.lab.show.RuleView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rules of {@code ip rule} that a namespace does not start with; and those that it starts with and lost, away. */
final class RuleSteps implements Step {
    private static final String COMMAND = "ip -4 -N -j -d rule show";

    /** In the order of the kernel's numbers ({@code FR_ACT_*}). */
    private static final List<String> ACTIONS =
            List.of("", "lookup", "goto", "nop", "", "", "blackhole", "unreachable", "prohibit");

    @Override
    public void run(RecordedNamespace namespace, Reconstruction model) {
        Section section = namespace.section(COMMAND);
        if (section == null || !section.worked()) {
            return;
        }
        RoutingRules rules = model.built(namespace).stack().routing().rules();
        RuleView view = new RuleView(true, new RouteNames(true), rules);
        Map<String, JsonNode> initial = new LinkedHashMap<>();
        for (RoutingRule rule : rules.list()) {
            JsonNode json = view.json(rule);
            initial.put(json.toString(), json);
        }
        List<JsonNode> missing = new ArrayList<>();
        for (JsonNode rule : section.objects()) {
            if (initial.remove(rule.toString()) == null) {
                missing.add(rule);
            }
        }
        for (JsonNode gone : initial.values()) {
            model.run(
                    section,
                    namespace,
                    List.of(
                            "ip",
                            "rule",
                            "del",
                            "priority",
                            gone.path("priority").asText()));
        }
        missing.forEach(rule -> model.run(section, namespace, line(rule)));
    }

    private static List<String> line(JsonNode rule) {
        List<String> words = new ArrayList<>(List.of("ip", "rule", "add"));
        if (rule.has("not")) {
            words.add("not");
        }
        words.addAll(List.of("priority", rule.path("priority").asText()));
        prefix(words, rule, "from", "src");
        prefix(words, rule, "to", "dst");
        value(words, rule, "tos", "tos");
        if (rule.has("fwmark")) {
            String mask = rule.has("fwmask") ? "/" + rule.get("fwmask").asText() : "";
            words.addAll(List.of("fwmark", rule.get("fwmark").asText() + mask));
        }
        value(words, rule, "iif", "iif");
        value(words, rule, "oif", "oif");
        if (rule.has("ipproto")) {
            // As -N has it: ipproto-17.
            words.addAll(List.of("ipproto", rule.get("ipproto").asText().replaceFirst("^ipproto-", "")));
        }
        ports(words, rule, "sport");
        ports(words, rule, "dport");
        value(words, rule, "uidrange", "uid_start");
        value(words, rule, "l3mdev", "l3mdev");
        value(words, rule, "table", "table");
        value(words, rule, "suppress_prefixlength", "suppress_prefixlen");
        value(words, rule, "suppress_ifgroup", "suppress_ifgroup");
        value(words, rule, "goto", "goto");
        if (rule.has("nop")) {
            words.add("nop");
        }
        String action = rule.path("action").asText();
        if (!action.isEmpty()) {
            boolean number = action.matches("\\d") && Integer.parseInt(action) < ACTIONS.size();
            words.add(number ? ACTIONS.get(Integer.parseInt(action)) : action);
        }
        value(words, rule, "protocol", "protocol");
        return words;
    }

    private static void prefix(List<String> words, JsonNode rule, String word, String key) {
        String length = rule.has(key + "len") ? "/" + rule.get(key + "len").asText() : "";
        if (rule.has(key)) {
            words.addAll(List.of(word, rule.get(key).asText() + length));
        }
    }

    private static void ports(List<String> words, JsonNode rule, String key) {
        value(words, rule, key, key);
        if (rule.has(key + "_start")) {
            words.addAll(List.of(
                    key,
                    rule.get(key + "_start").asText() + "-"
                            + rule.path(key + "_end").asText()));
        }
    }

    private static void value(List<String> words, JsonNode rule, String word, String key) {
        if (rule.has(key)) {
            words.addAll(List.of(word, rule.get(key).asText()));
        }
    }
}
