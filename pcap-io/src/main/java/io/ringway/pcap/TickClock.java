package io.ringway.pcap;

/**
 * Turns the 64-bit timestamps of a pcapng interface into nanoseconds since 1970, by its {@code if_tsresol} and
 * {@code if_tsoffset}. Total: what does not fit, in the year 2262 and later, becomes {@link #LATEST}.
 */
final class TickClock {
    static final int DEFAULT_RESOLUTION = 6;

    /** Below {@link CaptureReader#NONE_LEFT}. */
    static final long LATEST = Long.MAX_VALUE - 1;

    private static final long SECOND_NS = 1_000_000_000L;
    private static final long MAX_SECONDS = LATEST / SECOND_NS - 1;

    private final int resolution;
    private final long offsetNs;
    private final long multiplier;
    private final long maxTicks;
    private final long divisor;

    /**
     * @param resolution {@code if_tsresol}: with the top bit clear, ticks are 10^-n seconds; with it set, 2^-n
     * @param offsetSeconds added to each timestamp
     */
    TickClock(int resolution, long offsetSeconds) {
        this.resolution = resolution;
        this.offsetNs = Math.max(-MAX_SECONDS, Math.min(MAX_SECONDS, offsetSeconds)) * SECOND_NS;
        boolean decimal = resolution < 0x80;
        this.multiplier = decimal && resolution <= 9 ? powerOfTen(9 - resolution) : 0;
        this.maxTicks = multiplier == 0 ? 0 : LATEST / multiplier;
        // 64 bits of ticks finer than 10^-27 are less than 19 ns: none of those clocks exist.
        this.divisor = decimal && resolution > 9 && resolution <= 27 ? powerOfTen(resolution - 9) : 0;
    }

    /** @param ticks unsigned */
    long toNs(long ticks) {
        long ns = sinceOffset(ticks);
        long sum = ns + offsetNs;
        return offsetNs > 0 && (sum < 0 || sum > LATEST) ? LATEST : sum;
    }

    private long sinceOffset(long ticks) {
        if (multiplier != 0) {
            return Long.compareUnsigned(ticks, maxTicks) > 0 ? LATEST : ticks * multiplier;
        }
        if (resolution < 0x80) {
            return divisor == 0 ? 0 : Long.divideUnsigned(ticks, divisor);
        }
        return binary(ticks, resolution & 0x7f);
    }

    private static long binary(long ticks, int bits) {
        if (bits >= 64) {
            long high = Math.multiplyHigh(ticks, SECOND_NS) + (ticks >> 63 & SECOND_NS);
            return high >>> (bits - 64);
        }
        long seconds = ticks >>> bits;
        if (seconds < 0 || seconds > MAX_SECONDS) {
            return LATEST;
        }
        if (bits == 0) {
            return seconds * SECOND_NS;
        }
        long fraction = ticks & ((1L << bits) - 1);
        long high = Math.multiplyHigh(fraction, SECOND_NS);
        long low = fraction * SECOND_NS;
        return seconds * SECOND_NS + (high << (64 - bits) | low >>> bits);
    }

    private static long powerOfTen(int exponent) {
        long power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= 10;
        }
        return power;
    }
}
