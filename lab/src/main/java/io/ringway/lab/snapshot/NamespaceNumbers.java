package io.ringway.lab.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** The numbers by which namespaces know each other ({@code link-netnsid}), as far as the tools say whose they are. */
final class NamespaceNumbers {
    private NamespaceNumbers() {}

    static void read(List<RecordedNamespace> namespaces, Map<String, RecordedNamespace> byId) {
        for (RecordedNamespace namespace : namespaces) {
            Section listed = namespace.section("ip -j netns list-id");
            if (listed != null && listed.worked()) {
                listed.objects().forEach(each -> named(namespace, each, namespaces));
            }
            Section shown = namespace.section("lsns -n -t net -o NS,NETNSID");
            if (shown != null && shown.worked()) {
                shown.lines().forEach(line -> numbered(namespace, line.text(), byId));
            }
        }
    }

    private static void named(RecordedNamespace namespace, JsonNode entry, List<RecordedNamespace> all) {
        for (RecordedNamespace other : all) {
            boolean called = other.name().equals(entry.path("name").asText());
            if (called && !other.isSelf()) {
                namespace.others().putIfAbsent(entry.path("nsid").asInt(), other);
            }
        }
    }

    private static void numbered(RecordedNamespace namespace, String line, Map<String, RecordedNamespace> byId) {
        String[] words = line.strip().split("\\s+", -1);
        if (words.length == 2 && words[1].matches("\\d{1,9}") && byId.containsKey(words[0])) {
            namespace.others().putIfAbsent(Integer.parseInt(words[1]), byId.get(words[0]));
        }
    }

    /** The host has no name by which a command could number it: it gets what is left. */
    static void give(RecordedNamespace namespace, Reconstruction model) {
        namespace.others().forEach((number, other) -> {
            if (!other.isSelf() && other != namespace && model.built(other) != null) {
                model.run(
                        namespace.facts(),
                        namespace,
                        List.of("ip", "netns", "set", other.name(), Integer.toString(number)));
            }
        });
    }
}
