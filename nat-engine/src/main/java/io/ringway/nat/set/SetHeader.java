package io.ringway.nat.set;

import java.util.Arrays;

/**
 * What a set was made with.
 *
 * @param six whether it is of family inet6; false for types without family
 * @param buckets number of buckets at the beginning, a power of two
 * @param netmask bits of {@code netmask}, or -1
 * @param bitmask words of {@code bitmask}, or null
 * @param timeoutSeconds the default timeout, 0 for none by default, or -1 for a set without timeouts
 * @param first lowest port of a bitmap
 * @param last highest port of a bitmap
 * @param size what a list was made for; it takes more
 */
record SetHeader(
        SetType type,
        boolean six,
        int buckets,
        long maxElements,
        int netmask,
        int[] bitmask,
        long timeoutSeconds,
        boolean counters,
        boolean comments,
        boolean forceAdd,
        boolean skbInfo,
        int bucketSize,
        int initval,
        int first,
        int last,
        long size) {
    private static final int COUNTER_BYTES = 16;
    private static final int TIMEOUT_BYTES = 8;
    private static final int SKB_INFO_BYTES = 16;
    private static final int COMMENT_BYTES = 8;

    boolean hasTimeouts() {
        return timeoutSeconds >= 0;
    }

    /** Whether the kernel finds another set to be the same ({@code mtype_same_set()}). */
    boolean isSame(SetHeader other) {
        return type == other.type
                && six == other.six
                && maxElements == other.maxElements
                && timeoutSeconds == other.timeoutSeconds
                && Arrays.equals(mask(), other.mask())
                && counters == other.counters
                && comments == other.comments
                && skbInfo == other.skbInfo
                && first == other.first
                && last == other.last
                && size == other.size;
    }

    /** What addresses are kept under, or null for all of their bits. */
    int[] mask() {
        if (netmask < 0) {
            return bitmask;
        }
        int[] mask = new int[six ? 4 : 1];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = Words.maskWord(netmask, i);
        }
        return mask;
    }

    /** Bytes of a member with its extensions ({@code ip_set_elem_len()}). */
    int memberBytes(int bare, int alignment) {
        int bytes = bare;
        bytes = counters ? align(bytes, Long.BYTES) + COUNTER_BYTES : bytes;
        bytes = hasTimeouts() ? align(bytes, Long.BYTES) + TIMEOUT_BYTES : bytes;
        bytes = skbInfo ? align(bytes, Integer.BYTES) + SKB_INFO_BYTES : bytes;
        bytes = comments ? align(bytes, Long.BYTES) + COMMENT_BYTES : bytes;
        return align(bytes, alignment);
    }

    private static int align(int bytes, int to) {
        return (bytes + to - 1) & -to;
    }
}
