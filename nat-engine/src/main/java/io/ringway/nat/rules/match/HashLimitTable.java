package io.ringway.nat.rules.match;

/**
 * The entries of {@code -m hashlimit} that rules share by a name (xt_hashlimit.c:struct xt_hashlimit_htable), as the rule
 * that brought the table wants them. Those that nobody touched for long go when the collector comes by. Times are
 * jiffies.
 */
public final class HashLimitTable {
    private static final int BUCKETS = 1024;

    /** The number of chains that the kernel takes where it has more than 1 GB: 8 times as many entries may be. */
    private static final long DEFAULT_SIZE = 8192;

    private static final class Entry {
        private final int source;
        private final int destination;
        private final int ports;
        private final HashLimitBucket bucket;
        private long expiresAt;
        private Entry next;

        private Entry(int source, int destination, int ports, HashLimitBucket bucket) {
            this.source = source;
            this.destination = destination;
            this.ports = ports;
            this.bucket = bucket;
        }
    }

    private final HashLimitSpec spec;
    private final long max;
    private final long expireAfter;
    private final long collectEvery;
    private final Entry[] buckets = new Entry[BUCKETS];
    private int count;
    private long collectAt = Long.MAX_VALUE;

    /**
     * @param spec of the rule that brings the table
     */
    HashLimitTable(HashLimitSpec spec) {
        this.spec = spec;
        long size = spec.size() == 0 ? DEFAULT_SIZE : spec.size();
        max = spec.max() == 0 ? 8 * size : Math.max(spec.max(), size);
        expireAfter = Jiffies.ofMillis(spec.expireMs());
        collectEvery = Jiffies.ofMillis(spec.collectMs());
    }

    HashLimitSpec spec() {
        return spec;
    }

    /** What an entry has left, brought up to now; null if there are too many entries for one more. */
    HashLimitBucket touch(int source, int destination, int ports, long now) {
        if (now >= collectAt) {
            collect(now);
        }
        int index = index(source, destination, ports);
        Entry entry = buckets[index];
        while (entry != null && (entry.source != source || entry.destination != destination || entry.ports != ports)) {
            entry = entry.next;
        }
        if (entry != null) {
            entry.bucket.advance(now);
        } else if (count >= max) {
            return null;
        } else {
            entry = new Entry(source, destination, ports, new HashLimitBucket(spec, now));
            entry.next = buckets[index];
            buckets[index] = entry;
            count++;
            // DEVIATION: the collector starts with the first entry, the kernel's with the rule.
            collectAt = collectAt == Long.MAX_VALUE ? now + collectEvery : collectAt;
        }
        entry.expiresAt = now + expireAfter;
        return entry.bucket;
    }

    /** As at the last of the collector's turns up to now ({@code htable_gc()}). */
    private void collect(long now) {
        long turn = now - (now - collectAt) % collectEvery;
        for (int i = 0; i < BUCKETS; i++) {
            Entry kept = null;
            for (Entry entry = buckets[i]; entry != null; entry = entry.next) {
                if (entry.expiresAt > turn) {
                    kept = entry;
                } else {
                    count--;
                    if (kept == null) {
                        buckets[i] = entry.next;
                    } else {
                        kept.next = entry.next;
                    }
                }
            }
        }
        collectAt = turn + collectEvery;
    }

    private static int index(int source, int destination, int ports) {
        int mixed = (source * 31 + destination) * 31 + ports;
        return (mixed * 0x9e37_79b9) >>> 22;
    }
}
