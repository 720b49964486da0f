package io.ringway.conformance.random;

import java.util.List;

/** Choices drawn from a seed, the same on every JVM (Steele, Lea, Flood: "Fast splittable pseudorandom number generators"). */
final class Dice {
    private static final long STEP = 0x9e37_79b9_7f4a_7c15L;

    private long state;

    Dice(long seed) {
        state = seed * STEP;
    }

    long bits() {
        state += STEP;
        long mixed = (state ^ (state >>> 30)) * 0xbf58_476d_1ce4_e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d0_49bb_1331_11ebL;
        return mixed ^ (mixed >>> 31);
    }

    /** From 0 to {@code bound} - 1. */
    int below(int bound) {
        return (int) Long.remainderUnsigned(bits(), bound);
    }

    /** Both ends included. */
    int between(int least, int most) {
        return least + below(most - least + 1);
    }

    boolean percent(int chance) {
        return below(100) < chance;
    }

    <T> T pick(List<T> values) {
        return values.get(below(values.size()));
    }

    @SafeVarargs
    final <T> T oneOf(T... values) {
        return values[below(values.length)];
    }

    /** A stream of its own, so that one more choice here moves none there. */
    Dice split() {
        return new Dice(bits());
    }
}
