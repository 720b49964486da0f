package io.ringway.lab.show;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.Map;

/** JSON as {@code ip -j -p} lays it out: a line for each member of an object, none for those of an array. */
public final class PrettyJson {
    private static final String INDENT = "    ";

    private final StringBuilder text = new StringBuilder();
    private int depth;

    private PrettyJson() {}

    /** Without a final newline. */
    public static String format(JsonNode node) {
        PrettyJson pretty = new PrettyJson();
        pretty.value(node);
        return pretty.text.toString();
    }

    private void value(JsonNode node) {
        if (node.isObject()) {
            object(node);
        } else if (node.isArray()) {
            array(node);
        } else {
            text.append(node);
        }
    }

    private void object(JsonNode node) {
        text.append('{');
        depth++;
        Iterator<Map.Entry<String, JsonNode>> members = node.properties().iterator();
        while (members.hasNext()) {
            Map.Entry<String, JsonNode> member = members.next();
            newLine();
            text.append('"').append(member.getKey()).append("\": ");
            value(member.getValue());
            text.append(members.hasNext() ? "," : "");
        }
        depth--;
        if (!node.isEmpty()) {
            newLine();
        }
        text.append('}');
    }

    private void array(JsonNode node) {
        text.append("[ ");
        depth++;
        Iterator<JsonNode> elements = node.elements();
        while (elements.hasNext()) {
            value(elements.next());
            text.append(elements.hasNext() ? "," : " ");
        }
        depth--;
        text.append(']');
    }

    private void newLine() {
        text.append('\n').append(INDENT.repeat(depth));
    }
}
