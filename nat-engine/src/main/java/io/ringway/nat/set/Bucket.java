package io.ringway.nat.set;

import java.util.Arrays;

/** The members whose hashes clash: an array with holes, which grows by two ({@code struct hbucket}). */
final class Bucket {
    static final int STEP = 2;

    private static final int HEADER_BYTES = 32;

    Member[] slots = new Member[STEP];
    /** Bit i is set when slot i is in use; an unused one keeps what was there. */
    private long used;

    /** Slots from here on were never in use. */
    int end;

    static int bytes(int slots, int memberBytes) {
        return HEADER_BYTES + slots * memberBytes;
    }

    boolean isUsed(int slot) {
        return (used & 1L << slot) != 0;
    }

    void use(int slot) {
        used |= 1L << slot;
    }

    void release(int slot) {
        used &= ~(1L << slot);
    }

    boolean isFull() {
        return end >= slots.length;
    }

    void grow() {
        slots = Arrays.copyOf(slots, slots.length + STEP);
    }

    /** The first slot that is not in use or whose member has expired; -1 when there is none. */
    int reusable(long nowNs) {
        for (int i = 0; i < end; i++) {
            if (!isUsed(i) || slots[i].expired(nowNs)) {
                return i;
            }
        }
        return -1;
    }

    int holes() {
        int holes = 0;
        for (int i = 0; i < end; i++) {
            holes += isUsed(i) ? 0 : 1;
        }
        return holes;
    }

    /** Closes the holes, in two slots less. */
    void shrink() {
        Member[] kept = new Member[slots.length - STEP];
        int count = 0;
        for (int i = 0; i < end; i++) {
            if (isUsed(i)) {
                kept[count++] = slots[i];
            }
        }
        slots = kept;
        used = (1L << count) - 1;
        end = count;
    }
}
