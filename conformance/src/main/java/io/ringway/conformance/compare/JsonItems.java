package io.ringway.conformance.compare;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What iproute2 prints with {@code -j}: a list of objects, each named by some of its fields. */
final class JsonItems implements ItemReader {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<String> identity;

    /** @param identity the fields that tell one object from another; {@code flags} as a list is joined */
    JsonItems(String... identity) {
        this.identity = List.of(identity);
    }

    @Override
    public SortedMap<String, String> read(String text) {
        SortedMap<String, String> items = new TreeMap<>();
        if (text.isBlank()) {
            return items;
        }
        try {
            for (JsonNode object : JSON.readTree(text)) {
                flatten(name(object), object, items);
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON: " + text, e);
        }
        return items;
    }

    private String name(JsonNode object) {
        List<String> parts = new ArrayList<>();
        for (String field : identity) {
            if (object.has(field)) {
                parts.add(scalar(object.get(field)));
            }
        }
        return String.join(" ", parts);
    }

    private static void flatten(String name, JsonNode node, SortedMap<String, String> items) {
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            String fieldName = name + "/" + field.getKey();
            if (field.getValue().isObject()) {
                flatten(fieldName, field.getValue(), items);
            } else {
                items.put(fieldName, scalar(field.getValue()));
            }
        }
    }

    private static String scalar(JsonNode value) {
        if (!value.isArray()) {
            return value.asText();
        }
        List<String> parts = new ArrayList<>();
        value.forEach(part -> parts.add(part.isValueNode() ? part.asText() : part.toString()));
        return String.join(",", parts);
    }
}
