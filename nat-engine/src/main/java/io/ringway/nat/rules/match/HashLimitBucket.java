package io.ringway.nat.rules.match;

/**
 * What one entry of {@code -m hashlimit} has left (xt_hashlimit.c, revision 3). Credits are numbers of 64 bits without
 * sign that grow with every jiffy; times are jiffies.
 */
final class HashLimitBucket {
    /** {@code CREDITS_PER_JIFFY}. */
    private static final long CREDITS = 1L << 39;

    /** {@code CREDITS_PER_JIFFY_BYTES}. */
    private static final long BYTE_CREDITS = 1L << 24;

    private static final long FULL_BYTES = BYTE_CREDITS * Jiffies.PER_SECOND;
    private static final int BYTE_SHIFT = 4;
    private static final long UINT32_MAX = 0xffff_ffffL;

    private final HashLimitSpec spec;
    private long touchedAt;
    private long credit;
    private final long cost;

    /** The most credit of packets; of bytes, how often the credit may be made full when it does not suffice. */
    private long cap;

    private boolean wasAbove;
    private long seen;
    private final long rate;
    private final long allowance;

    /**
     * @param spec of the rule that brought the table
     */
    HashLimitBucket(HashLimitSpec spec, long now) {
        this.spec = spec;
        touchedAt = now;
        long average = spec.average();
        if (spec.rateMatch()) {
            rate = spec.bytes() ? HashLimitRate.costToBytes(average & UINT32_MAX) : HashLimitRate.SCALE / average;
            allowance = spec.bytes() ? rate * Math.max(spec.burst(), 1) : rate + spec.burst();
            cost = 0;
        } else {
            rate = 0;
            allowance = 0;
            cap = spec.bytes() ? spec.burst() : packetCost(average * spec.burst());
            cost = spec.bytes() ? byteCost(average) : packetCost(average);
            credit = spec.bytes() ? FULL_BYTES : cap;
        }
    }

    /** {@code user2credits()}. */
    static long packetCost(long average) {
        return average * (Jiffies.PER_SECOND * CREDITS / HashLimitRate.SCALE);
    }

    /** {@code user2credits_byte()}. */
    static long byteCost(long average) {
        return ((average & UINT32_MAX) * FULL_BYTES) >>> 32;
    }

    /** One more packet of an entry that was there already ({@code rateinfo_recalc()}). */
    void advance(long now) {
        long elapsed = now - touchedAt;
        if (elapsed == 0) {
            return;
        }
        if (spec.rateMatch()) {
            long interval = spec.interval() * Jiffies.PER_SECOND;
            if (elapsed >= interval) {
                touchedAt = now;
                wasAbove = Long.compareUnsigned(seen * interval, elapsed * rate) > 0;
                seen = 0;
            }
            return;
        }
        touchedAt = now;
        long before = credit;
        credit += elapsed * (spec.bytes() ? BYTE_CREDITS : CREDITS);
        boolean overflown = spec.bytes() && Long.compareUnsigned(before, credit) >= 0;
        long most = spec.bytes() ? FULL_BYTES : cap;
        if (overflown || Long.compareUnsigned(credit, most) > 0) {
            credit = most;
        }
    }

    /**
     * Whether a packet stays within the limit; takes what it costs.
     *
     * @param bytes whether the rule counts bytes, whatever the one that brought the table does
     */
    boolean admits(int lengthBytes, boolean bytes, boolean rateMatch) {
        if (rateMatch) {
            seen += bytes ? lengthBytes : 1;
            return !wasAbove && seen <= allowance;
        }
        long price = bytes ? priceOf(lengthBytes) : cost;
        if (Long.compareUnsigned(credit, price) < 0) {
            return false;
        }
        credit -= price;
        return true;
    }

    /** {@code hashlimit_byte_cost()}. */
    private long priceOf(int lengthBytes) {
        long price = ((lengthBytes >> BYTE_SHIFT) + 1) * cost;
        if (Long.compareUnsigned(price, FULL_BYTES) > 0) {
            price = FULL_BYTES;
        }
        if (Long.compareUnsigned(credit, price) < 0 && cap != 0) {
            cap--;
            credit = FULL_BYTES;
        }
        return price;
    }
}
