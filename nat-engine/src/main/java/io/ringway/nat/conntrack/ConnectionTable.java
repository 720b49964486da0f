package io.ringway.nat.conntrack;

/**
 * All confirmed connections, found by either tuple: open addressing with linear probing. Beside a slot's connection, which
 * knows its own two slots, stands the hash that put it there: a lookup touches one line of each array and, nearly always,
 * no connection but the one that it finds.
 *
 * <p>A list in order of confirmation runs through them, for what has to visit all in an order that shows. Expired
 * connections go when a lookup meets them, as in {@code ____nf_conntrack_find()}, or before the table would grow.
 */
final class ConnectionTable {
    static final int NO_SLOT = -1;

    private final SourceMappings mappings = new SourceMappings();
    private final Statistics statistics = new Statistics();
    private Connection[] slots = new Connection[64];
    private int[] hashes = new int[64];
    private int used;
    private int count;
    private Connection oldest;
    private TrackingEvents events;
    private Connection newest;

    /** Whether the tuple of the last {@link #find} was that of the reply direction. */
    private boolean foundReply;

    /** The live connection that one of whose tuples this is, or null. */
    Connection find(long addresses, long rest, long nowNs) {
        Connection[] table = slots;
        int[] tags = hashes;
        int mask = table.length - 1;
        int hash = Tuple.hash(addresses, rest);
        for (int i = hash & mask; ; i = i + 1 & mask) {
            Connection connection = table[i];
            if (connection == null) {
                return null;
            }
            if (tags[i] != hash) {
                continue;
            }
            if (connection.hasReply(addresses, rest) && connection.replySlot == i) {
                foundReply = true;
            } else if (connection.hasOriginal(addresses, rest) && connection.originalSlot == i) {
                foundReply = false;
            } else {
                continue;
            }
            if (connection.isExpired(nowNs)) {
                remove(connection);
                return find(addresses, rest, nowNs);
            }
            return connection;
        }
    }

    /** The live connection whose tuple of that direction this is, or null; another one may have it in the other direction. */
    Connection findOneWay(long addresses, long rest, boolean reply, long nowNs) {
        int mask = slots.length - 1;
        for (int i = Tuple.hash(addresses, rest) & mask; slots[i] != null; i = i + 1 & mask) {
            Connection connection = slots[i];
            boolean is = reply
                    ? connection.hasReply(addresses, rest) && connection.replySlot == i
                    : connection.hasOriginal(addresses, rest) && connection.originalSlot == i;
            if (is && connection.isExpired(nowNs)) {
                remove(connection);
                return findOneWay(addresses, rest, reply, nowNs);
            }
            if (is) {
                foundReply = reply;
                return connection;
            }
        }
        return null;
    }

    /**
     * The same in a zone ({@code nf_conntrack_in()} asks for both of its directions).
     *
     * @param rest without a zone
     * @param zone as {@link TrackingZone} codes it
     */
    Connection find(long addresses, long rest, int zone, long nowNs) {
        int original = TrackingZone.id(zone, false);
        int reply = TrackingZone.id(zone, true);
        if (original == reply) {
            return find(addresses, Tuple.withZone(rest, original), nowNs);
        }
        Connection connection = findOneWay(addresses, Tuple.withZone(rest, original), false, nowNs);
        return connection == null ? findOneWay(addresses, Tuple.withZone(rest, reply), true, nowNs) : connection;
    }

    boolean foundReply() {
        return foundReply;
    }

    SourceMappings mappings() {
        return mappings;
    }

    Statistics statistics() {
        return statistics;
    }

    int count() {
        return count;
    }

    Connection oldest() {
        return oldest;
    }

    /** Enters a connection by both tuples, neither of which may be in the table. */
    void add(Connection connection, long nowNs) {
        makeRoom(nowNs);
        put(connection, false);
        put(connection, true);
        link(connection);
    }

    /** Enters a connection by its reply tuple alone, the original one being another's ({@code nf_ct_resolve_clash_harder()}). */
    void addReply(Connection connection, long nowNs) {
        makeRoom(nowNs);
        put(connection, true);
        link(connection);
    }

    private void link(Connection connection) {
        connection.older = newest;
        if (newest == null) {
            oldest = connection;
        } else {
            newest.newer = connection;
        }
        newest = connection;
        count++;
        if (connection.has(Connection.SRC_NAT_DONE)) {
            mappings.add(connection);
        }
    }

    void remove(Connection connection) {
        connection.status |= Connection.DYING;
        if (connection.help != null) {
            connection.help.expectNothing();
        }
        if (events != null) {
            events.end(connection);
        }
        drop(connection.originalSlot);
        connection.originalSlot = NO_SLOT;
        drop(connection.replySlot);
        connection.replySlot = NO_SLOT;
        if (connection.older == null) {
            oldest = connection.newer;
        } else {
            connection.older.newer = connection.newer;
        }
        if (connection.newer == null) {
            newest = connection.older;
        } else {
            connection.newer.older = connection.older;
        }
        count--;
        if (connection.has(Connection.SRC_NAT_DONE)) {
            mappings.remove(connection);
        }
    }

    /** Has the end of each connection told. */
    void tell(TrackingEvents events) {
        this.events = events;
    }

    /** Lets go of all that has expired. */
    void sweep(long nowNs) {
        for (Connection connection = oldest; connection != null; ) {
            Connection next = connection.newer;
            if (connection.isExpired(nowNs)) {
                remove(connection);
            }
            connection = next;
        }
    }

    /**
     * Lets go of what is expired or unassured in one hash chain of a table that has so many, a power of two
     * ({@code early_drop_list()}). Chains are told apart by the bits that choose a slot.
     *
     * @return how many unassured ones went
     */
    int evictChain(int chain, int chains, long nowNs) {
        int evicted = 0;
        int home = chain & slots.length - 1;
        do {
            for (Connection victim = victim(home, chain, chains, nowNs); victim != null; ) {
                evicted += victim.isExpired(nowNs) ? 0 : 1;
                remove(victim);
                victim = victim(home, chain, chains, nowNs);
            }
            home += chains;
        } while (home > 0 && home < slots.length);
        return evicted;
    }

    private Connection victim(int home, int chain, int chains, long nowNs) {
        int mask = slots.length - 1;
        for (int i = home; slots[i] != null; i = i + 1 & mask) {
            Connection connection = slots[i];
            boolean mayGo = connection.isExpired(nowNs) || !connection.isAssured();
            if (mayGo && (hashes[i] & chains - 1) == chain) {
                return connection;
            }
        }
        return null;
    }

    /**
     * Of equal tuples, as of a socket that talks to itself and of zones that count for one direction, the last to come is met
     * first, as in the kernel's chains: it takes the slot of the one before, which moves on.
     */
    private void put(Connection connection, boolean reply) {
        int mask = slots.length - 1;
        long addresses = reply ? connection.replyAddresses : connection.originalAddresses;
        long rest = reply ? connection.replyRest : connection.originalRest;
        int hash = Tuple.hash(addresses, rest);
        Connection moving = connection;
        boolean movingReply = reply;
        int i = hash & mask;
        for (; slots[i] != null; i = i + 1 & mask) {
            if (hashes[i] != hash) {
                continue;
            }
            Connection there = slots[i];
            boolean thereReply = there.replySlot == i;
            if (thereReply ? there.hasReply(addresses, rest) : there.hasOriginal(addresses, rest)) {
                setSlot(moving, movingReply, i);
                moving = there;
                movingReply = thereReply;
            }
        }
        setSlot(moving, movingReply, i);
        hashes[i] = hash;
        used++;
    }

    private void setSlot(Connection connection, boolean reply, int slot) {
        slots[slot] = connection;
        if (reply) {
            connection.replySlot = slot;
        } else {
            connection.originalSlot = slot;
        }
    }

    /** Empties a slot and moves up what was pushed past it, so that no probe ends there too early. */
    private void drop(int slot) {
        if (slot == NO_SLOT) {
            return;
        }
        used--;
        int mask = slots.length - 1;
        int gap = slot;
        for (int i = slot + 1 & mask; slots[i] != null; i = i + 1 & mask) {
            int home = hashes[i] & mask;
            if ((i - home & mask) >= (i - gap & mask)) {
                setSlot(slots[i], slots[i].replySlot == i, gap);
                hashes[gap] = hashes[i];
                gap = i;
            }
        }
        slots[gap] = null;
    }

    private void makeRoom(long nowNs) {
        if ((used + 2) * 2 <= slots.length) {
            return;
        }
        sweep(nowNs);
        if ((used + 2) * 4 <= slots.length) {
            return;
        }
        slots = new Connection[slots.length * 2];
        hashes = new int[slots.length];
        used = 0;
        for (Connection connection = oldest; connection != null; connection = connection.newer) {
            connection.replySlot = NO_SLOT;
            if (connection.originalSlot != NO_SLOT) {
                put(connection, false);
            }
            put(connection, true);
        }
    }
}
