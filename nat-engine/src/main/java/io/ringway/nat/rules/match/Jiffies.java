package io.ringway.nat.rules.match;

/** The kernel's clock of 250 Hz, in which matches keep their times. */
final class Jiffies {
    static final int PER_SECOND = 250;
    private static final long NS = 1_000_000_000L / PER_SECOND;

    private Jiffies() {}

    static long at(long nowNs) {
        return nowNs / NS;
    }

    /** As {@code msecs_to_jiffies()}: rounded up. */
    static long ofMillis(long milliseconds) {
        return (milliseconds * PER_SECOND + 999) / 1000;
    }
}
