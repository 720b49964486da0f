package io.ringway.conformance.cases;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code state.json}: by namespace and key; JSON as the tool printed it, any other text as a list of its lines. */
final class StateFile {
    private static final ObjectMapper JSON = new ObjectMapper();

    private StateFile() {}

    static String print(Map<String, Map<String, String>> state) throws IOException {
        ObjectNode root = JSON.createObjectNode();
        for (Map.Entry<String, Map<String, String>> namespace : state.entrySet()) {
            ObjectNode keys = root.putObject(namespace.getKey());
            for (Map.Entry<String, String> one : namespace.getValue().entrySet()) {
                keys.set(one.getKey(), node(one.getValue()));
            }
        }
        return LineJson.print(root);
    }

    private static JsonNode node(String text) throws JsonProcessingException {
        if (text.startsWith("[") || text.startsWith("{")) {
            return JSON.readTree(text);
        }
        ArrayNode lines = JSON.createArrayNode();
        text.lines().filter(line -> !line.startsWith("#")).forEach(lines::add);
        return lines;
    }

    static Map<String, Map<String, String>> read(Path file) throws IOException {
        Map<String, Map<String, String>> state = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> namespace :
                JSON.readTree(file.toFile()).properties()) {
            Map<String, String> keys = new LinkedHashMap<>();
            for (Map.Entry<String, JsonNode> one : namespace.getValue().properties()) {
                keys.put(one.getKey(), text(one.getValue()));
            }
            state.put(namespace.getKey(), keys);
        }
        return state;
    }

    private static String text(JsonNode node) {
        List<String> lines = new ArrayList<>();
        for (JsonNode one : node) {
            if (!one.isTextual()) {
                return node.toString();
            }
            lines.add(one.asText());
        }
        return node.isObject() ? node.toString() : String.join("\n", lines);
    }
}
