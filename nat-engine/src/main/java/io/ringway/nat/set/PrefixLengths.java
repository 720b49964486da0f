package io.ringway.nat.set;

import java.util.Arrays;

/** How many members of a set have networks of each prefix length ({@code struct net_prefixes}). */
final class PrefixLengths {
    private final int[] counts;

    PrefixLengths(int hostBits) {
        counts = new int[hostBits + 1];
    }

    void add(int length) {
        counts[length]++;
    }

    void remove(int length) {
        counts[length]--;
    }

    void clear() {
        Arrays.fill(counts, 0);
    }

    /** The longest one that is there and no longer than {@code most}; -1 when there is none. */
    int longest(int most) {
        int length = most;
        while (length >= 0 && counts[length] == 0) {
            length--;
        }
        return length;
    }
}
