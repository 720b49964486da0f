package io.ringway.conformance.compare;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The explanations that one run may use, asked only where the exact comparison failed, with what each explained. */
public final class Explanations {
    private final List<Explanation> list;
    private final Map<String, Long> frames = new TreeMap<>();
    private final Map<String, Long> items = new TreeMap<>();

    public Explanations(List<Explanation> list) {
        this.list = List.copyOf(list);
    }

    public static Explanations none() {
        return new Explanations(List.of());
    }

    /** All that there are; docs/fidelity.md has a row for each. */
    public static Explanations known() {
        return new Explanations(List.of(new DrawnZeroId(), new ForgottenNeighbour(), new SharedInnerMark()));
    }

    List<Explanation> list() {
        return list;
    }

    boolean explainsFrame(String where, byte[] injected, Sighting kernel, Sighting model) {
        for (Explanation one : list) {
            if (one.explainsFrame(where, injected, kernel, model)) {
                frames.merge(one.name(), 1L, Long::sum);
                return true;
            }
        }
        return false;
    }

    boolean explainsItem(
            String namespace,
            String key,
            String item,
            SortedMap<String, String> kernel,
            SortedMap<String, String> model) {
        for (Explanation one : list) {
            if (one.explainsItem(namespace, key, item, kernel, model)) {
                items.merge(one.name(), 1L, Long::sum);
                return true;
            }
        }
        return false;
    }

    /** How many frames each explained. */
    public Map<String, Long> frames() {
        return frames;
    }

    /** How many items of state each explained. */
    public Map<String, Long> items() {
        return items;
    }
}
