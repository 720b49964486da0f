package io.ringway.replay.conversation;

import java.util.Arrays;

/** Rows of so many longs, by number from 0, in pages: no objects, and nothing is moved as they grow in number. */
public class Rows {
    private static final int PAGE_BITS = 10;
    private static final int IN_PAGE = (1 << PAGE_BITS) - 1;

    private final int shift;
    private long[][] pages = new long[16][];
    private int size;

    /** @param fieldBits there are two to the power of it fields in each */
    public Rows(int fieldBits) {
        shift = fieldBits;
    }

    public final int size() {
        return size;
    }

    /** One more, all zero. */
    public final int add() {
        if ((size & IN_PAGE) == 0) {
            int page = size >>> PAGE_BITS;
            if (page == pages.length) {
                pages = Arrays.copyOf(pages, page * 2);
            }
            pages[page] = new long[1 << (shift + PAGE_BITS)];
        }
        return size++;
    }

    public final long get(int number, int field) {
        return pages[number >>> PAGE_BITS][(number & IN_PAGE) << shift | field];
    }

    public final void set(int number, int field, long value) {
        pages[number >>> PAGE_BITS][(number & IN_PAGE) << shift | field] = value;
    }

    public final void add(int number, int field, long more) {
        pages[number >>> PAGE_BITS][(number & IN_PAGE) << shift | field] += more;
    }

    public final int upper(int number, int field) {
        return (int) (get(number, field) >>> 32);
    }

    public final int lower(int number, int field) {
        return (int) get(number, field);
    }

    /** Replaces the lower half. */
    public final void setLower(int number, int field, int value) {
        set(number, field, (get(number, field) & ~0xffff_ffffL) | (value & 0xffff_ffffL));
    }
}
