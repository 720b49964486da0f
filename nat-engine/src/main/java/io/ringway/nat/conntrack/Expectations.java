package io.ringway.nat.conntrack;

import io.ringway.nat.NamespaceView;

/**
 * All that is expected in one namespace ({@code nf_conntrack_expect.c}), found by the first packet's tuple without its source
 * port, listed in the order of entering. Whatever is gone by time goes when it is met.
 */
public final class Expectations {
    /** What becomes of an expectation that is to be entered ({@code __nf_ct_expect_check()}). */
    enum Entry {
        DONE,
        /** Another master's connection is expected to look the same ({@code -EBUSY}). */
        TAKEN,
        /** The table is full ({@code -EMFILE}). */
        FULL
    }

    private final NamespaceView view;
    private final Settings settings;
    private Expectation[] heads = new Expectation[16];
    private Expectation oldest;
    private Expectation newest;
    private int count;

    Expectations(NamespaceView view, Settings settings) {
        this.view = view;
        this.settings = settings;
    }

    /** What {@code conntrack -L expect} prints on stdout, in the order in which expectations entered the table. */
    public String list() {
        return ExpectationListing.of(this, view.nowNs());
    }

    /** {@code conntrack -C expect}. */
    public int size() {
        sweep(view.nowNs());
        return count;
    }

    /** {@code conntrack -F expect}. */
    public void flush() {
        while (!isEmpty()) {
            remove(oldest);
        }
    }

    boolean isEmpty() {
        return count == 0;
    }

    Expectation oldest() {
        return oldest;
    }

    /**
     * Takes out what was expected and has come with this tuple ({@code nf_ct_find_expectation()}); null if nothing is, or its
     * master's own packet is not through yet.
     *
     * @param zone the number alone
     */
    Expectation take(long addresses, long rest, int zone, long nowNs) {
        Expectation found = find(addresses, Tuple.withZone(Tuple.withSourcePort(rest, 0), zone), nowNs);
        if (found == null || !found.master.has(Connection.CONFIRMED)) {
            return null;
        }
        remove(found);
        return found;
    }

    /** Enters one, in place of what its master expected before ({@code nf_ct_expect_related()}). */
    Entry enter(Expectation expectation, long nowNs) {
        Expectation like = find(expectation.addresses, expectation.rest, nowNs);
        if (like != null && like.master != expectation.master) {
            return Entry.TAKEN;
        }
        expectation.master.help.expectNothing();
        sweep(nowNs);
        if (count >= settings.limits.expectations) {
            return Entry.FULL;
        }
        expectation.endNs = nowNs + Helper.EXPECTATION_NS;
        expectation.goneNs = view.timerEndNs(expectation.endNs);
        expectation.master.help.expected = expectation;
        add(expectation);
        return Entry.DONE;
    }

    void sweep(long nowNs) {
        for (Expectation at = oldest; at != null; ) {
            Expectation next = at.newer;
            if (at.isGone(nowNs)) {
                remove(at);
            }
            at = next;
        }
    }

    private Expectation find(long addresses, long rest, long nowNs) {
        Expectation at = heads[bucket(addresses, rest)];
        while (at != null && !at.is(addresses, rest)) {
            at = at.nextInBucket;
        }
        if (at != null && at.isGone(nowNs)) {
            remove(at);
            return null;
        }
        return at;
    }

    private void add(Expectation expectation) {
        if (count >= heads.length) {
            heads = new Expectation[heads.length * 2];
            for (Expectation at = oldest; at != null; at = at.newer) {
                chain(at);
            }
        }
        chain(expectation);
        expectation.older = newest;
        if (newest == null) {
            oldest = expectation;
        } else {
            newest.newer = expectation;
        }
        newest = expectation;
        count++;
    }

    private void chain(Expectation expectation) {
        int bucket = bucket(expectation.addresses, expectation.rest);
        expectation.nextInBucket = heads[bucket];
        heads[bucket] = expectation;
    }

    void remove(Expectation expectation) {
        expectation.master.help.expected = null;
        int bucket = bucket(expectation.addresses, expectation.rest);
        if (heads[bucket] == expectation) {
            heads[bucket] = expectation.nextInBucket;
        } else {
            Expectation before = heads[bucket];
            while (before.nextInBucket != expectation) {
                before = before.nextInBucket;
            }
            before.nextInBucket = expectation.nextInBucket;
        }
        if (expectation.older == null) {
            oldest = expectation.newer;
        } else {
            expectation.older.newer = expectation.newer;
        }
        if (expectation.newer == null) {
            newest = expectation.older;
        } else {
            expectation.newer.older = expectation.older;
        }
        count--;
    }

    private int bucket(long addresses, long rest) {
        return Tuple.hash(addresses, rest) & heads.length - 1;
    }
}
