package io.ringway.nat.conntrack;

/**
 * What the machine sets for all its namespaces: how many connections and expectations each of them may have, and how wide
 * the table is that all of them share ({@code nf_conntrack_max}, {@code nf_ct_expect_max}, {@code nf_conntrack_htable_size}).
 * It begins as on a machine with some memory.
 */
public final class TrackingLimits {
    private static final int BUCKETS_OF_PAGE = 512;

    /** 0: as many as there is memory for. */
    long connections = 262_144;

    /** A sixteenth of the buckets. */
    long expectations = 4096;

    int buckets = 262_144;

    /** Whether this is the name of one of them, {@code nf_conntrack_} left out. */
    static boolean has(String name) {
        return name.equals("max") || name.equals("buckets") || name.equals("expect_max");
    }

    long get(String name) {
        return switch (name) {
            case "max" -> connections;
            case "buckets" -> buckets;
            default -> expectations;
        };
    }

    void set(String name, long value) {
        switch (name) {
            case "max" -> connections = value;
            case "buckets" -> buckets = wholePages(value);
            default -> expectations = value;
        }
    }

    /** {@code nf_ct_alloc_hashtable()}. */
    private static int wholePages(long value) {
        return (int) Math.min(Integer.MAX_VALUE, (value + BUCKETS_OF_PAGE - 1) / BUCKETS_OF_PAGE * BUCKETS_OF_PAGE);
    }
}
