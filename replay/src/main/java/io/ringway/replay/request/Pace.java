package io.ringway.replay.request;

/**
 * When frames are due by the wall clock, as tcpreplay's {@code --topspeed}, {@code --multiplier}, {@code --pps} and
 * {@code --mbps} have it. Virtual time is the captures' own whatever the pace: it changes no output.
 */
public interface Pace {
    /** At once, all of them. */
    Pace TOPSPEED = (sinceFirstNs, frames, bytes) -> 0;

    /**
     * Nanoseconds from the first frame to this one by the wall clock.
     *
     * @param sinceFirstNs from the first frame to this one by the captures' clock
     * @param frames sent before this one
     * @param bytes of these
     */
    long dueNs(long sinceFirstNs, long frames, long bytes);

    /** The captures' own pace, that many times as fast. */
    static Pace times(double factor) {
        check("--speed x", factor);
        return (sinceFirstNs, frames, bytes) -> (long) (sinceFirstNs / factor);
    }

    static Pace packetsPerSecond(double rate) {
        check("--pps ", rate);
        return (sinceFirstNs, frames, bytes) -> (long) (frames * 1e9 / rate);
    }

    /** Of frames, without what a wire has between them. */
    static Pace megabitsPerSecond(double rate) {
        check("--mbps ", rate);
        return (sinceFirstNs, frames, bytes) -> (long) (bytes * 8e3 / rate);
    }

    private static void check(String option, double rate) {
        if (!(rate > 0 && rate <= 1e9)) {
            throw ReplayException.usage(option + rate + ": it takes more than 0, and at most 1000000000");
        }
    }
}
