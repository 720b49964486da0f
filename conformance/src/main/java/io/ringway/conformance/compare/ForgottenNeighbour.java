package io.ringway.conformance.compare;

import java.util.SortedMap;

/**
 * A neighbour that failed, and that the kernel has forgotten: while the tables of the whole machine hold {@code gc_thresh1}
 * entries or more, {@code neighbour.c:neigh_periodic_work()} takes out those that failed. The model forgets nothing.
 */
final class ForgottenNeighbour implements Explanation {
    @Override
    public String name() {
        return "a failed neighbour that the kernel forgot";
    }

    @Override
    public String row() {
        return "a failed neighbour that the kernel forgot";
    }

    @Override
    public boolean explainsItem(
            String namespace,
            String key,
            String item,
            SortedMap<String, String> kernel,
            SortedMap<String, String> model) {
        if (!key.equals("neigh") || item.lastIndexOf('/') < 0) {
            return false;
        }
        String fields = item.substring(0, item.lastIndexOf('/') + 1);
        boolean known = !kernel.tailMap(fields).isEmpty()
                && kernel.tailMap(fields).firstKey().startsWith(fields);
        return !known && "FAILED".equals(model.get(fields + "state"));
    }
}
