package io.ringway.nat.set;

/** How many members there are, counted for each part of a hash ({@code struct ip_set_region}). */
final class Regions {
    /** {@code HTABLE_REGION_BITS}: a part for each so many buckets. */
    private static final int BUCKETS = 1024;

    private static final int BYTES = 24;

    private final int[] elements;

    Regions(int buckets) {
        elements = new int[Math.max(1, buckets / BUCKETS)];
    }

    int number() {
        return elements.length;
    }

    /** What the kernel counts for more than one of them. */
    long bytes() {
        return (elements.length - 1L) * BYTES;
    }

    int count(int hash) {
        return elements[hash % elements.length];
    }

    void add(int hash) {
        elements[hash % elements.length]++;
    }

    void remove(int hash) {
        elements[hash % elements.length]--;
    }

    int total() {
        int total = 0;
        for (int count : elements) {
            total += count;
        }
        return total;
    }
}
