package io.ringway.replay.comparison;

import java.util.Arrays;

/** Numbers from 0, joined into groups that the least of each stands for: three ints a number. */
final class FlowGroups {
    static final int NONE = -1;

    private final int[] parents;
    private final int[] next;

    FlowGroups(int size) {
        parents = new int[size];
        Arrays.setAll(parents, i -> i);
        next = new int[size];
    }

    void join(int one, int other) {
        int first = least(one);
        int second = least(other);
        parents[Math.max(first, second)] = Math.min(first, second);
    }

    /** The number that stands for the group. */
    int least(int member) {
        int at = member;
        while (parents[at] != at) {
            parents[at] = parents[parents[at]];
            at = parents[at];
        }
        return at;
    }

    /** All have been joined: members can be {@link #next walked}. */
    void close() {
        int[] last = new int[parents.length];
        Arrays.fill(next, NONE);
        for (int i = 0; i < parents.length; i++) {
            int least = least(i);
            if (least != i) {
                next[last[least]] = i;
            }
            last[least] = i;
        }
    }

    /** The next larger member of its group; {@link #NONE} behind the last. */
    int next(int member) {
        return next[member];
    }
}
