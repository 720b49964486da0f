package io.ringway.replay.comparison;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ringway.nat.rules.RuleName;

/** What two models make of one capture, as JSON: what {@code ringway replay --against --json} prints. */
public final class ComparisonJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ComparisonJson() {}

    public static String print(ModelComparison comparison) {
        ObjectNode root = JSON.createObjectNode();
        root.put("conversations", comparison.conversations());
        root.put("differing", comparison.differences().size());
        var list = root.putArray("differences");
        for (ModelComparison.Difference difference : comparison.differences()) {
            ObjectNode node = list.addObject();
            node.put("protocol", difference.protocol());
            node.put("from", difference.from());
            node.put("to", difference.to());
            side(node.putObject("a"), difference.a());
            side(node.putObject("b"), difference.b());
        }
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void side(ObjectNode node, ModelComparison.Side side) {
        node.put("verdict", side.verdict().toString());
        node.put("packets", side.packets());
        node.put("arrived", side.arrived());
        node.put("where", side.where());
        if (side.lost() > 0) {
            node.put("lost", side.lost());
            node.put("lost_from", side.lostFrom());
            node.put("reason", side.reason());
        }
        rule(node, "rule", side.rule());
        rule(node, "translated_by", side.translator());
        if (!side.arrivedAs().isEmpty()) {
            node.put("arrived_as", side.arrivedAs());
        }
    }

    private static void rule(ObjectNode node, String name, RuleName rule) {
        if (rule != null) {
            node.putObject(name)
                    .put("table", rule.table())
                    .put("chain", rule.chain())
                    .put("number", rule.number())
                    .put("text", rule.text());
        }
    }
}
