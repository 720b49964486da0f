package io.ringway.nat.rules.match;

import io.ringway.packet.Ipv4Address;

/**
 * A list of addresses with the times at which each was seen (xt_recent.c:struct recent_table): at most 100 addresses, the
 * one longest untouched gives way; of each so many times that the largest {@code --hitcount} can be told. Times are
 * jiffies.
 */
public final class RecentTable {
    /** {@code ip_list_tot}. */
    private static final int MAX_ENTRIES = 100;

    private static final int BUCKETS = 128;

    /** What was seen of one address ({@code struct recent_entry}). */
    static final class Entry {
        private final int address;
        private final long[] stamps;
        private int ttl;
        private int index = 1;
        private int count = 1;
        private Entry nextInBucket;
        private Entry older;
        private Entry newer;

        private Entry(int address, int ttl, long now, int capacity) {
            this.address = address;
            this.ttl = ttl;
            this.stamps = new long[capacity];
            stamps[0] = now;
        }
    }

    private final int mask;
    private final Entry[] buckets = new Entry[BUCKETS];
    private int stampsMask;
    private int size;
    private Entry oldest;
    private Entry newest;

    /**
     * @param mask of the rule that brings the list; that of later rules is not asked
     */
    RecentTable(int mask) {
        this.mask = mask;
    }

    /** One more rule names the list; should it need more times of each address, all that is there is forgotten. */
    void wants(int capacity) {
        if (capacity - 1 > stampsMask) {
            flush();
            stampsMask = capacity - 1;
        }
    }

    /**
     * The entry of an address, or null.
     *
     * @param ttl that the entry must have, 0 for any
     */
    Entry find(int address, int ttl) {
        int masked = address & mask;
        Entry entry = buckets[bucket(masked)];
        while (entry != null && entry.address != masked) {
            entry = entry.nextInBucket;
        }
        boolean fits = entry != null && (ttl == 0 || entry.ttl == 0 || entry.ttl == ttl);
        return fits ? entry : null;
    }

    void add(int address, int ttl, long now) {
        if (size >= MAX_ENTRIES) {
            remove(oldest);
        }
        Entry entry = new Entry(address & mask, ttl, now, stampsMask + 1);
        int bucket = bucket(entry.address);
        entry.nextInBucket = buckets[bucket];
        buckets[bucket] = entry;
        append(entry);
        size++;
    }

    /** Seen once more ({@code recent_entry_update()}). */
    void update(Entry entry, int ttl, long now) {
        entry.index &= stampsMask;
        entry.stamps[entry.index++] = now;
        entry.count = Math.max(entry.count, entry.index);
        entry.ttl = ttl;
        detach(entry);
        append(entry);
    }

    /** Whether the address was seen at least so often, and at least once, since then. */
    static boolean wasSeen(Entry entry, int times, boolean timed, long since) {
        int hits = 0;
        for (int i = 0; i < entry.count; i++) {
            if (!timed || since - entry.stamps[i] <= 0) {
                hits++;
                if (hits >= times) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Lets go of the entry longest untouched if it is older than that ({@code recent_entry_reap()}). */
    void reap(long since, Entry kept) {
        if (oldest != kept && since - oldest.stamps[oldest.index - 1] > 0) {
            remove(oldest);
        }
    }

    void remove(Entry entry) {
        int bucket = bucket(entry.address);
        if (buckets[bucket] == entry) {
            buckets[bucket] = entry.nextInBucket;
        } else {
            Entry before = buckets[bucket];
            while (before.nextInBucket != entry) {
                before = before.nextInBucket;
            }
            before.nextInBucket = entry.nextInBucket;
        }
        detach(entry);
        size--;
    }

    void flush() {
        while (oldest != null) {
            remove(oldest);
        }
    }

    private void append(Entry entry) {
        entry.older = newest;
        entry.newer = null;
        if (newest == null) {
            oldest = entry;
        } else {
            newest.newer = entry;
        }
        newest = entry;
    }

    private void detach(Entry entry) {
        if (entry.older == null) {
            oldest = entry.newer;
        } else {
            entry.older.newer = entry.newer;
        }
        if (entry.newer == null) {
            newest = entry.older;
        } else {
            entry.newer.older = entry.older;
        }
    }

    private static int bucket(int address) {
        int mixed = address * 0x9e37_79b9;
        return mixed >>> 25;
    }

    /** What {@code /proc/net/xt_recent/NAME} shows, those longest untouched first; the kernel goes by a random hash. */
    public String show() {
        StringBuilder out = new StringBuilder();
        for (Entry entry = oldest; entry != null; entry = entry.newer) {
            out.append("src=").append(Ipv4Address.format(entry.address));
            out.append(" ttl: ").append(entry.ttl);
            out.append(" last_seen: ").append(entry.stamps[(entry.index - 1) & stampsMask]);
            out.append(" oldest_pkt: ").append(entry.index);
            for (int i = 0; i < entry.count; i++) {
                out.append(i == 0 ? " " : ", ").append(entry.stamps[i]);
            }
            out.append('\n');
        }
        return out.toString();
    }
}
