package io.ringway.nat.set;

import java.util.function.Consumer;

/**
 * The kernel's hash of a set (ip_set_hash_gen.h), so exactly that members come out in its order and take its memory:
 * buckets are arrays, the table doubles when one would grow too long, additions by packets never make it do so.
 */
final class HashBuckets {
    /** What became of an addition. */
    enum Outcome {
        ADDED,
        EXISTS,
        FULL,
        /** The table has to double first. */
        AGAIN
    }

    /** {@code AHASH_MAX_TUNED}: no bucket is longer. */
    private static final int LONGEST = 64;

    private final SetHeader header;
    private final MemberLayout layout;
    private final int memberBytes;
    private final Likeness likeness;
    private final PrefixLengths prefixes;

    private Bucket[] buckets;
    private Regions regions;
    private long bytes;
    private int bucketSize;

    HashBuckets(SetHeader header, MemberLayout layout) {
        this.header = header;
        this.layout = layout;
        this.memberBytes = header.memberBytes(layout.bytes(), Integer.BYTES);
        this.likeness = new Likeness(header.type(), layout);
        this.prefixes = header.type().hasNets() ? new PrefixLengths(layout.hostBits()) : null;
        this.bucketSize = header.bucketSize();
        allocate(header.buckets());
    }

    private void allocate(int count) {
        buckets = new Bucket[count];
        regions = new Regions(count);
        bytes = 0;
    }

    int size() {
        return buckets.length;
    }

    int bucketSize() {
        return bucketSize;
    }

    PrefixLengths prefixes() {
        return prefixes;
    }

    /** What the kernel counts beyond an empty set, comments excluded. */
    long bytes() {
        return bytes + regions.bytes();
    }

    private int hash(Member member) {
        return Jhash.of(member.key, header.initval()) & buckets.length - 1;
    }

    /** The member that equals a question, expired or not; null when there is none. */
    Member find(Member question) {
        likeness.begin();
        Bucket bucket = buckets[hash(question)];
        for (int i = 0; bucket != null && i < bucket.end; i++) {
            if (bucket.isUsed(i) && likeness.holds(bucket.slots[i], question)) {
                return bucket.slots[i];
            }
        }
        return null;
    }

    /** Whether the last {@link #find} came by the question's network with another interface. */
    boolean metOthers() {
        return likeness.others() > 0;
    }

    /** Adds a copy of a question ({@code mtype_add()}). */
    Outcome add(Member question, Addition addition, long nowNs) {
        int hash = hash(question);
        int elements = regions.count(hash);
        long limit = header.maxElements() / regions.number();
        if (elements >= limit) {
            collect(nowNs);
            limit = header.maxElements();
            elements = regions.total();
        }
        boolean force = header.forceAdd() && elements >= header.maxElements();
        boolean full = force || elements >= limit;
        Bucket bucket = buckets[hash];
        if (bucket == null) {
            if (full) {
                return Outcome.FULL;
            }
            bucket = new Bucket();
            bytes += Bucket.bytes(Bucket.STEP, memberBytes);
            buckets[hash] = bucket;
        }
        Member kept = find(question);
        if (kept != null) {
            if (!addition.exist && !kept.expired(nowNs)) {
                return Outcome.EXISTS;
            }
            kept.extend(header, addition, nowNs);
            return Outcome.ADDED;
        }
        int slot = bucket.reusable(nowNs);
        return put(bucket, slot < 0 && force && bucket.end > 0 ? 0 : slot, question, addition, full, hash, nowNs);
    }

    private Outcome put(
            Bucket bucket, int reused, Member question, Addition addition, boolean full, int hash, long nowNs) {
        int slot = reused;
        Member member = Member.of(question);
        if (slot >= 0) {
            Member before = bucket.slots[slot];
            if (bucket.isUsed(slot)) {
                forget(before, hash);
            }
            member.packets = before.packets;
            member.bytes = before.bytes;
        } else if (full) {
            return Outcome.FULL;
        } else {
            if (bucket.isFull() && !mayGrow(bucket)) {
                return bucketSize >= LONGEST && likeness.isByInterface() ? Outcome.FULL : Outcome.AGAIN;
            }
            slot = bucket.end++;
        }
        regions.add(hash);
        if (prefixes != null) {
            prefixes.add(layout.cidr(member));
        }
        member.extend(header, addition, nowNs);
        bucket.slots[slot] = member;
        bucket.use(slot);
        return Outcome.ADDED;
    }

    private boolean mayGrow(Bucket bucket) {
        if (likeness.isByInterface() && bucketSize < LONGEST && bucketSize <= likeness.others()) {
            bucketSize += Bucket.STEP;
        }
        if (bucket.slots.length >= bucketSize) {
            return false;
        }
        bucket.grow();
        bytes += Bucket.bytes(Bucket.STEP, memberBytes);
        return true;
    }

    private void forget(Member member, int hash) {
        if (prefixes != null) {
            prefixes.remove(layout.cidr(member));
        }
        regions.remove(hash);
    }

    /** Doubles the table until no bucket is too long ({@code mtype_resize()}). */
    void grow(long nowNs) {
        Bucket[] before = buckets;
        int count = before.length;
        do {
            count *= 2;
            allocate(count);
        } while (!refill(before, nowNs));
    }

    private boolean refill(Bucket[] from, long nowNs) {
        for (Bucket bucket : from) {
            for (int i = 0; bucket != null && i < bucket.end; i++) {
                if (bucket.isUsed(i) && !bucket.slots[i].expired(nowNs) && !move(bucket.slots[i])) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean move(Member member) {
        int hash = hash(member);
        Bucket bucket = buckets[hash];
        if (bucket == null) {
            bucket = new Bucket();
            buckets[hash] = bucket;
            bytes += Bucket.bytes(Bucket.STEP, memberBytes);
        } else if (bucket.isFull()) {
            if (bucket.slots.length >= bucketSize) {
                return false;
            }
            bucket.grow();
            bytes += Bucket.bytes(Bucket.STEP, memberBytes);
        }
        bucket.slots[bucket.end] = member;
        bucket.use(bucket.end++);
        regions.add(hash);
        return true;
    }

    /** Takes out what equals a question; false when there was nothing ({@code mtype_del()}). */
    boolean remove(Member question, long nowNs) {
        int hash = hash(question);
        Bucket bucket = buckets[hash];
        for (int i = 0; bucket != null && i < bucket.end; i++) {
            if (bucket.isUsed(i) && likeness.holds(bucket.slots[i], question)) {
                if (bucket.slots[i].expired(nowNs)) {
                    return false;
                }
                remove(bucket, i, hash);
                return true;
            }
        }
        return false;
    }

    private void remove(Bucket bucket, int slot, int hash) {
        forget(bucket.slots[slot], hash);
        bucket.release(slot);
        if (slot + 1 == bucket.end) {
            bucket.end--;
        }
        int holes = bucket.holes();
        if (holes == bucket.end) {
            bytes -= Bucket.bytes(bucket.slots.length, memberBytes);
            buckets[hash] = null;
        } else if (holes >= Bucket.STEP) {
            bucket.shrink();
            bytes -= Bucket.bytes(Bucket.STEP, memberBytes);
        }
    }

    /** Takes out what has expired ({@code mtype_gc_do()}). */
    void collect(long nowNs) {
        if (!header.hasTimeouts()) {
            return;
        }
        for (int hash = 0; hash < buckets.length; hash++) {
            Bucket bucket = buckets[hash];
            if (bucket != null) {
                collect(bucket, hash, nowNs);
            }
        }
    }

    private void collect(Bucket bucket, int hash, long nowNs) {
        for (int i = 0; i < bucket.end; i++) {
            if (bucket.isUsed(i) && bucket.slots[i].expired(nowNs)) {
                bucket.release(i);
                forget(bucket.slots[i], hash);
            }
        }
        int holes = bucket.holes();
        if (holes >= bucket.slots.length) {
            bytes -= Bucket.bytes(bucket.slots.length, memberBytes);
            buckets[hash] = null;
        } else if (holes >= Bucket.STEP) {
            bucket.shrink();
            bytes -= Bucket.bytes(Bucket.STEP, memberBytes);
        }
    }

    /** How many members are kept, expired ones included. */
    int elements() {
        return regions.total();
    }

    void clear() {
        int count = buckets.length;
        allocate(count);
        if (prefixes != null) {
            prefixes.clear();
        }
    }

    /** All members that have not expired, in the kernel's order. */
    void forEach(long nowNs, Consumer<Member> each) {
        for (Bucket bucket : buckets) {
            for (int i = 0; bucket != null && i < bucket.end; i++) {
                if (bucket.isUsed(i) && !bucket.slots[i].expired(nowNs)) {
                    each.accept(bucket.slots[i]);
                }
            }
        }
    }
}
