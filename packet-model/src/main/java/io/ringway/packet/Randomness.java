package io.ringway.packet;

/**
 * Random choices that depend on what they are about and on nothing else: the run's seed, the namespace, the purpose and
 * the object's content. One rule or flow more moves no other choice.
 *
 * <p>The mixing function is that of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014).
 */
public final class Randomness {
    private final long key;

    /** The root of all streams of one run. */
    public Randomness(long seed) {
        this.key = mix(seed);
    }

    private Randomness(long key, long more) {
        this.key = mix(key + 0x9e37_79b9_7f4a_7c15L ^ mix(more));
    }

    /** The stream for a namespace, a purpose, or any other name below this one. */
    public Randomness stream(String name) {
        long hash = 0xcbf2_9ce4_8422_2325L;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * 0x100_0000_01b3L;
        }
        return new Randomness(key, hash);
    }

    /** 64 bits for an object named by its content. Allocates nothing. */
    public long bits(long content) {
        return mix(key ^ mix(content + 0x9e37_79b9_7f4a_7c15L));
    }

    /** A number in 0 (inclusive) to {@code bound} (exclusive) for an object named by its content. */
    public int below(int bound, long content) {
        return (int) Long.remainderUnsigned(bits(content), bound);
    }

    private static long mix(long value) {
        long z = (value ^ value >>> 30) * 0xbf58_476d_1ce4_e5b9L;
        z = (z ^ z >>> 27) * 0x94d0_49bb_1331_11ebL;
        return z ^ z >>> 31;
    }
}
