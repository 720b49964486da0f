package io.ringway.replay.output;

import io.ringway.nat.rules.RuleName;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which rule it was that a connection's first packet was translated by: those that follow, and the answers, whose
 * translation is the reverse, ask no rule. Remembers the last 16384 translations.
 */
final class KnownTranslations {
    private static final int KEPT = 16_384;

    private final Map<String, RuleName> rules = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, RuleName> eldest) {
            return size() > KEPT;
        }
    };

    /** @param before source and destination, as in {@code 10.0.0.2:1234 -> 192.0.2.1:80} */
    void learn(String namespace, String before, String after, RuleName rule) {
        rules.put(namespace + " " + before + " " + after, rule);
    }

    /** Null where it is not known. */
    RuleName find(String namespace, String before, String after) {
        RuleName rule = rules.get(namespace + " " + before + " " + after);
        return rule != null ? rule : rules.get(namespace + " " + turned(after) + " " + turned(before));
    }

    private static String turned(String tuple) {
        String[] ends = tuple.split(" -> ", 2);
        return ends.length == 2 ? ends[1] + " -> " + ends[0] : tuple;
    }
}
