package io.ringway.engine.ipv4;

import java.util.ArrayList;
import java.util.List;

/**
 * Which bytes of a packet are there, as runs of fragments ({@code inet_fragment.c:inet_frag_queue_insert()}). A run grows
 * only at the packet's end; a fragment that fills a hole is a run of its own, so a later one that covers it together
 * with its neighbour counts as an overlap, not as a duplicate.
 */
final class FragmentRuns {
    /** What a fragment is to those that are there. */
    enum Place {
        NEW,
        DUPLICATE,
        OVERLAP
    }

    private static final class Run {
        private final int start;
        private int end;

        Run(int start, int end) {
            this.start = start;
            this.end = end;
        }
    }

    private final List<Run> runs = new ArrayList<>();

    /** Takes in the bytes from {@code start} to before {@code end}, unless some of them are there already. */
    Place add(int start, int end) {
        Run last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
        if (last == null || start > last.end) {
            runs.add(new Run(start, end));
            return Place.NEW;
        }
        if (last.end < end) {
            if (start < last.end) {
                return Place.OVERLAP;
            }
            last.end = end;
            return Place.NEW;
        }
        return fill(start, end);
    }

    private Place fill(int start, int end) {
        int index = 0;
        while (runs.get(index).end <= start) {
            index++;
        }
        Run next = runs.get(index);
        if (end <= next.start) {
            runs.add(index, new Run(start, end));
            return Place.NEW;
        }
        return start >= next.start && end <= next.end ? Place.DUPLICATE : Place.OVERLAP;
    }

    /** Whether the packet's first byte is there. */
    boolean hasStart() {
        return !runs.isEmpty() && runs.get(0).start == 0;
    }

    void clear() {
        runs.clear();
    }
}
