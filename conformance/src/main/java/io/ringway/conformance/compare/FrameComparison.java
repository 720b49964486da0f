package io.ringway.conformance.compare;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Compares what each interface saw after each cause: number, order, direction and every byte, but for what a
 * {@link FrameRule} excuses. Times are not compared.
 */
public final class FrameComparison {
    private final List<FrameRule> rules;
    private final Explanations explanations;
    private final ArpOrder arpOrder = new ArpOrder();
    private final TimerOrder timerOrder = new TimerOrder();
    private final WorkQueueOrder workQueueOrder = new WorkQueueOrder();
    private final Map<String, Tally> tallies = new TreeMap<>();
    private final Map<String, Long> excused = new LinkedHashMap<>();
    private FrameDifference first;
    private boolean timersAgree;

    /** What one interface showed on both sides. */
    private record Pair(List<Sighting> kernel, List<Sighting> model) {}

    public FrameComparison(List<FrameRule> rules) {
        this(rules, Explanations.none());
    }

    public FrameComparison(List<FrameRule> rules, Explanations explanations) {
        this.rules = List.copyOf(rules);
        this.explanations = explanations;
    }

    /** The model's timers fire when the kernel's do: nothing is left to the order of what they bring. */
    public void timersAgree() {
        timersAgree = true;
    }

    /** Makes an interface appear in the result even if it sees nothing. */
    public void expect(String where) {
        tallies.computeIfAbsent(where, key -> new Tally());
    }

    /**
     * Compares what was seen after one cause, by interface; only interfaces that were expected count.
     *
     * @param cause what happened, in words
     * @param injected the frame that caused it, empty where none did
     */
    public void compare(
            String cause, byte[] injected, Map<String, List<Sighting>> kernel, Map<String, List<Sighting>> model) {
        Set<String> names = new TreeSet<>(kernel.keySet());
        names.addAll(model.keySet());
        names.retainAll(tallies.keySet());
        Map<String, Pair> pairs = new LinkedHashMap<>();
        for (String where : names) {
            Pair pair = new Pair(kernel.getOrDefault(where, List.of()), model.getOrDefault(where, List.of()));
            pairs.put(where, aligned(pair));
        }
        pairs.values().forEach(this::foresee);
        pairs.forEach((where, pair) -> new Walk(where, cause, injected, pair.kernel(), pair.model()).compare());
    }

    private Pair aligned(Pair pair) {
        List<Sighting> inOrder = timersAgree ? pair.kernel() : inOrder(pair);
        List<Sighting> kernel = workQueueOrder.align(inOrder, pair.model());
        if (kernel != inOrder) {
            excused.merge(workQueueOrder.name(), 1L, Long::sum);
        }
        return new Pair(kernel, pair.model());
    }

    private void foresee(Pair pair) {
        for (int i = 0; i < Math.min(pair.kernel().size(), pair.model().size()); i++) {
            Sighting model = pair.model().get(i);
            Sighting kernel = pair.kernel().get(i);
            rules.forEach(rule -> rule.foresee(model, kernel));
        }
    }

    private List<Sighting> inOrder(Pair pair) {
        List<Sighting> model = pair.model();
        List<Sighting> kernel = arpOrder.align(pair.kernel(), model);
        if (kernel != pair.kernel()) {
            excused.merge(arpOrder.name(), 1L, Long::sum);
        }
        List<Sighting> aligned = timerOrder.align(kernel, model);
        if (aligned != kernel) {
            excused.merge(timerOrder.name(), 1L, Long::sum);
        }
        return aligned;
    }

    /** Through both lists side by side; one that is explained on one side alone does not move the others out of step. */
    private final class Walk {
        private final String where;
        private final String cause;
        private final byte[] injected;
        private final List<Sighting> kernel;
        private final List<Sighting> model;

        Walk(String where, String cause, byte[] injected, List<Sighting> kernel, List<Sighting> model) {
            this.where = where;
            this.cause = cause;
            this.injected = injected;
            this.kernel = kernel;
            this.model = model;
        }

        void compare() {
            Tally tally = tallies.get(where);
            int atKernel = 0;
            int atModel = 0;
            while (atKernel < kernel.size() || atModel < model.size()) {
                Sighting kernels = atKernel < kernel.size() ? kernel.get(atKernel) : null;
                Sighting models = atModel < model.size() ? model.get(atModel) : null;
                boolean differs = kernels == null || models == null || !same(injected, kernels, models);
                boolean onlyKernel = differs && explained(kernels, null);
                boolean onlyModel = differs && !onlyKernel && explained(null, models);
                differs = differs && !onlyKernel && !onlyModel && !explained(kernels, models);
                atKernel += onlyModel ? 0 : 1;
                atModel += onlyKernel ? 0 : 1;
                tally.add(differs);
                if (differs && first == null) {
                    first = new FrameDifference(where, cause, Math.max(atKernel, atModel), kernels, models);
                }
            }
        }

        private boolean explained(Sighting kernels, Sighting models) {
            return (kernels != null || models != null) && explanations.explainsFrame(where, injected, kernels, models);
        }
    }

    private boolean same(byte[] injected, Sighting kernel, Sighting model) {
        byte[] bytes = kernel.bytes();
        for (FrameRule rule : rules) {
            byte[] aligned = rule.align(injected, model, kernel, bytes);
            if (aligned != bytes) {
                excused.merge(rule.name(), 1L, Long::sum);
                bytes = aligned;
            }
        }
        return kernel.outgoing() == model.outgoing() && Arrays.equals(bytes, model.bytes());
    }

    /** By interface, in the order of names. */
    public Map<String, Tally> tallies() {
        return tallies;
    }

    /** How often each rule was applied. */
    public Map<String, Long> excused() {
        return excused;
    }

    /** Null while there is none. */
    public FrameDifference first() {
        return first;
    }
}
