package io.ringway.nat.conntrack;

/**
 * All confirmed connections, found by either tuple: open addressing with linear probing. A slot holds the tuple's hash,
 * whose lowest bit is replaced by the direction, and the connection; the tuple itself is compared where it stands.
 *
 * <p>A list in order of confirmation runs through them, for what has to visit all in an order that shows. Expired
 * connections go when a lookup meets them, as in {@code ____nf_conntrack_find()}, or before the table would grow.
 */
final class ConnectionTable {
    private static final int REPLY = 1;

    private final SourceMappings mappings = new SourceMappings();
    private int[] hashes = new int[64];
    private Connection[] connections = new Connection[64];
    private int used;
    private int count;
    private Connection oldest;
    private Connection newest;

    /** Whether the tuple of the last {@link #find} was that of the reply direction. */
    private boolean foundReply;

    /** The live connection that one of whose tuples this is, or null. */
    Connection find(long addresses, long rest, long nowNs) {
        int hash = Tuple.hash(addresses, rest);
        int mask = hashes.length - 1;
        for (int i = hash >>> 1 & mask; ; i = i + 1 & mask) {
            Connection connection = connections[i];
            if (connection == null) {
                return null;
            }
            int stored = hashes[i];
            if ((stored ^ hash) >>> 1 == 0 && matches(connection, stored & REPLY, addresses, rest)) {
                if (connection.isExpired(nowNs)) {
                    remove(connection);
                    return null;
                }
                foundReply = (stored & REPLY) != 0;
                return connection;
            }
        }
    }

    boolean foundReply() {
        return foundReply;
    }

    private static boolean matches(Connection connection, int direction, long addresses, long rest) {
        return direction == REPLY
                ? connection.replyAddresses == addresses && connection.replyRest == rest
                : connection.originalAddresses == addresses && connection.originalRest == rest;
    }

    SourceMappings mappings() {
        return mappings;
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
        // Reply first: of two equal tuples, as of a socket that talks to itself, the kernel's lookup meets that one.
        put(Tuple.hash(connection.replyAddresses, connection.replyRest) | REPLY, connection);
        put(Tuple.hash(connection.originalAddresses, connection.originalRest) & ~REPLY, connection);
        link(connection);
    }

    /** Enters a connection by its reply tuple alone, the original one being another's ({@code nf_ct_resolve_clash_harder()}). */
    void addReply(Connection connection, long nowNs) {
        makeRoom(nowNs);
        put(Tuple.hash(connection.replyAddresses, connection.replyRest) | REPLY, connection);
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
        drop(Tuple.hash(connection.originalAddresses, connection.originalRest) & ~REPLY, connection);
        drop(Tuple.hash(connection.replyAddresses, connection.replyRest) | REPLY, connection);
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

    private void put(int hash, Connection connection) {
        int mask = hashes.length - 1;
        int i = hash >>> 1 & mask;
        while (connections[i] != null) {
            i = i + 1 & mask;
        }
        hashes[i] = hash;
        connections[i] = connection;
        used++;
    }

    private void drop(int hash, Connection connection) {
        int mask = hashes.length - 1;
        int i = hash >>> 1 & mask;
        while (connections[i] != connection || hashes[i] != hash) {
            if (connections[i] == null) {
                return;
            }
            i = i + 1 & mask;
        }
        used--;
        closeGap(i, mask);
    }

    /** Moves up what was pushed past the gap, so that no probe ends there too early. */
    private void closeGap(int gap, int mask) {
        int i = gap;
        for (int j = i + 1 & mask; connections[j] != null; j = j + 1 & mask) {
            int home = hashes[j] >>> 1 & mask;
            if ((j - home & mask) >= (j - i & mask)) {
                hashes[i] = hashes[j];
                connections[i] = connections[j];
                i = j;
            }
        }
        connections[i] = null;
        hashes[i] = 0;
    }

    private void makeRoom(long nowNs) {
        if ((used + 2) * 2 <= hashes.length) {
            return;
        }
        sweep(nowNs);
        if ((used + 2) * 4 <= hashes.length) {
            return;
        }
        int[] oldHashes = hashes;
        Connection[] oldConnections = connections;
        hashes = new int[oldHashes.length * 2];
        connections = new Connection[oldHashes.length * 2];
        used = 0;
        for (int i = 0; i < oldHashes.length; i++) {
            if (oldConnections[i] != null) {
                put(oldHashes[i], oldConnections[i]);
            }
        }
    }
}
