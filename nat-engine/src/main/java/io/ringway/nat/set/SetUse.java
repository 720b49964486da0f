package io.ringway.nat.set;

/**
 * How a rule asks or changes a set ({@code struct ip_set_adt_opt}).
 *
 * @param dimensions how many times src or dst was said
 * @param sources bit i is set when the part i, counted from 0, is the packet's source
 * @param flags of {@code SKIP_COUNTER}, {@code SKIP_SUBCOUNTER}, {@code MATCH_COUNTERS}, {@code RETURN_NOMATCH}
 * @param exist whether an addition may find the member there
 * @param timeoutSeconds of an addition, or -1 for the set's
 */
public record SetUse(
        int dimensions,
        int sources,
        int flags,
        CounterCondition packets,
        CounterCondition bytes,
        boolean exist,
        long timeoutSeconds) {
    public static final int SKIP_COUNTER = 1;
    public static final int SKIP_SUBCOUNTER = 2;
    public static final int MATCH_COUNTERS = 4;
    public static final int RETURN_NOMATCH = 8;

    boolean source(int part) {
        return (sources & 1 << part) != 0;
    }
}
