package io.ringway.lab.snapshot;

import io.ringway.lab.SourcePosition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the user should know of a snapshot, each once: at its first place, and in how many namespaces more. */
final class Warnings {
    private record First(SourcePosition position, String namespace, String words) {}

    private final Map<String, First> first = new LinkedHashMap<>();
    private final Map<String, List<String>> where = new LinkedHashMap<>();

    void add(Section section, RecordedNamespace in, String words) {
        add(section.position(), in.name(), words);
    }

    void add(SourcePosition position, String namespace, String words) {
        first.putIfAbsent(words, new First(position, namespace, words));
        List<String> namespaces = where.computeIfAbsent(words, key -> new ArrayList<>());
        if (!namespaces.contains(namespace)) {
            namespaces.add(namespace);
        }
    }

    /** In the order in which they came up. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (First one : first.values()) {
            int more = where.get(one.words()).size() - 1;
            String others = more == 0 ? "" : " (and of " + more + " namespace" + (more == 1 ? "" : "s") + " more)";
            lines.add(one.position() + ": " + one.namespace() + ": " + one.words() + others);
        }
        return lines;
    }
}
