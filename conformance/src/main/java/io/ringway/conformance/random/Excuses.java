package io.ringway.conformance.random;

import java.util.Map;

/**
 * What of a run was not the same and still no difference.
 *
 * @param rules how often each rule of the comparison was applied
 * @param frames how many frames each explanation covered
 * @param items how many items of state each explanation covered
 */
record Excuses(Map<String, Long> rules, Map<String, Long> frames, Map<String, Long> items) {
    static final Excuses NONE = new Excuses(Map.of(), Map.of(), Map.of());

    static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The explanations that were used, for the log. */
    String names() {
        Map<String, Long> all = new java.util.TreeMap<>(frames);
        items.forEach((name, count) -> all.merge(name, count, Long::sum));
        return all.isEmpty() ? "-" : String.join(", ", all.keySet());
    }
}
