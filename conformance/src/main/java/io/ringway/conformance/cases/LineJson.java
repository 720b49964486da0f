package io.ringway.conformance.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.Map;

/** JSON that is short to read and to compare: what holds no other container stands on one line. */
final class LineJson {
    private LineJson() {}

    static String print(ObjectNode root) {
        StringBuilder text = new StringBuilder();
        print(root, "", text);
        return text.append('\n').toString();
    }

    private static void print(JsonNode node, String indent, StringBuilder text) {
        if (!holdsContainers(node)) {
            text.append(node.toString());
            return;
        }
        String deeper = indent + "  ";
        text.append(node.isObject() ? "{\n" : "[\n");
        if (node.isObject()) {
            for (Iterator<Map.Entry<String, JsonNode>> all = node.properties().iterator(); all.hasNext(); ) {
                Map.Entry<String, JsonNode> one = all.next();
                text.append(deeper).append('"').append(one.getKey()).append("\": ");
                print(one.getValue(), deeper, text);
                text.append(all.hasNext() ? ",\n" : "\n");
            }
        } else {
            for (Iterator<JsonNode> all = node.elements(); all.hasNext(); ) {
                text.append(deeper);
                print(all.next(), deeper, text);
                text.append(all.hasNext() ? ",\n" : "\n");
            }
        }
        text.append(indent).append(node.isObject() ? '}' : ']');
    }

    private static boolean holdsContainers(JsonNode node) {
        for (JsonNode one : node) {
            if (one.isContainerNode() || one.asText().length() > 60) {
                return true;
            }
        }
        return false;
    }
}
