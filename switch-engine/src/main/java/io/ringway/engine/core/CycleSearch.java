package io.ringway.engine.core;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/** The shortest cycle of a directed graph, of several the one that begins first in the nodes' order. */
final class CycleSearch<N> {
    private final SortedMap<N, TreeSet<N>> edges;

    CycleSearch(SortedMap<N, TreeSet<N>> edges) {
        this.edges = edges;
    }

    /** The cycle's nodes in order, the first one again at the end; printed as "" when there is none. */
    String shortest(Function<List<N>, String> print) {
        List<N> best = List.of();
        for (N start : edges.keySet()) {
            List<N> cycle = from(start);
            if (!cycle.isEmpty() && (best.isEmpty() || cycle.size() < best.size())) {
                best = cycle;
            }
        }
        return print.apply(best);
    }

    private List<N> from(N start) {
        Map<N, N> cameFrom = new HashMap<>();
        ArrayDeque<N> queue = new ArrayDeque<>(List.of(start));
        while (!queue.isEmpty()) {
            N node = queue.poll();
            for (N next : next(node)) {
                if (next.equals(start)) {
                    return path(start, node, cameFrom);
                }
                if (cameFrom.putIfAbsent(next, node) == null) {
                    queue.add(next);
                }
            }
        }
        return List.of();
    }

    private SortedSet<N> next(N node) {
        SortedSet<N> next = edges.get(node);
        return next == null ? Collections.emptySortedSet() : next;
    }

    private static <N> List<N> path(N start, N last, Map<N, N> cameFrom) {
        List<N> path = new ArrayList<>(List.of(start));
        for (N node = last; !node.equals(start); node = cameFrom.get(node)) {
            path.add(node);
        }
        path.add(start);
        Collections.reverse(path);
        return path;
    }
}
