package io.ringway.nat.conntrack;

/**
 * What happens to a new connection when the table is full ({@code __nf_conntrack_alloc()}): unassured ones that share a
 * few hash chains with it go ({@code early_drop()}); if there is none it is dropped, and the collector, told of it, takes
 * more the next time.
 *
 * <p>DEVIATION: the kernel's hash has a key drawn at boot, so which connections share a chain is another choice from the
 * same set; its collector goes from chain to chain, at moments of its own, this one a second later, oldest first.
 */
final class TableLimit {
    private static final int EVICTION_RANGE = 8;
    private static final int PERCENT_KEPT = 95;

    private final TrackingLimits limits;
    private final ConnectionTable table;
    private long collectAgainNs = Long.MIN_VALUE;
    private boolean pressed;

    TableLimit(TrackingLimits limits, ConnectionTable table) {
        this.limits = limits;
        this.table = table;
    }

    /** Whether there is room for one more, that has this tuple; it may be made. */
    boolean admits(long addresses, long rest, long nowNs) {
        return hasRoom() || admits(Tuple.hash(addresses, rest), nowNs);
    }

    /** Whether there is room for one that a program makes, which looks at the first chains ({@code nf_conntrack_alloc()}). */
    boolean admitsMade(long nowNs) {
        return hasRoom() || admits(0, nowNs);
    }

    private boolean hasRoom() {
        return limits.connections == 0 || table.count() < limits.connections;
    }

    private boolean admits(int hash, long nowNs) {
        if (evict(hash, nowNs)) {
            return true;
        }
        if (nowNs >= collectAgainNs) {
            collect(nowNs);
            collectAgainNs = nowNs + Connection.SECOND_NS;
            pressed = !hasRoom();
        }
        return hasRoom();
    }

    private boolean evict(int hash, long nowNs) {
        int chains = Integer.highestOneBit(Math.max(1, limits.buckets));
        for (int i = 0; i < EVICTION_RANGE; i++) {
            int evicted = table.evictChain(hash + i & chains - 1, chains, nowNs);
            table.statistics().earlyDrop += evicted;
            if (evicted > 0) {
                return true;
            }
        }
        return false;
    }

    /** {@code gc_worker()}: under pressure, all that is unassured or closing goes, until a twentieth of the table is free. */
    private void collect(long nowNs) {
        table.sweep(nowNs);
        long enough = limits.connections / 100 * PERCENT_KEPT;
        if (!pressed || enough == 0) {
            return;
        }
        for (Connection connection = table.oldest(); connection != null && table.count() >= enough; ) {
            Connection next = connection.newer;
            if (!connection.isAssured() || isClosing(connection)) {
                table.remove(connection);
            }
            connection = next;
        }
    }

    private static boolean isClosing(Connection connection) {
        return (connection.tcp != null && TcpState.isClosing(connection.tcp.state))
                || (connection.sctp != null && SctpState.isClosing(connection.sctp.state));
    }
}
