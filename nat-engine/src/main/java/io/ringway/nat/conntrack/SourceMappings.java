package io.ringway.nat.conntrack;

/**
 * The connections that went through source NAT by their original source, newest first ({@code nf_nat_bysource}): the
 * same source keeps its mapping. A chained table, linked through the connections themselves.
 */
final class SourceMappings {
    private Connection[] heads = new Connection[64];
    private int count;

    /** The newest live connection from the source of this tuple, or null; older ones through {@link #next}. */
    Connection first(long addresses, long rest, long nowNs) {
        return matching(heads[bucket(addresses, rest)], addresses, rest, nowNs);
    }

    Connection next(Connection after, long addresses, long rest, long nowNs) {
        return matching(after.nextBySource, addresses, rest, nowNs);
    }

    private static Connection matching(Connection from, long addresses, long rest, long nowNs) {
        Connection connection = from;
        while (connection != null && (!isSameSource(connection, addresses, rest) || connection.isExpired(nowNs))) {
            connection = connection.nextBySource;
        }
        return connection;
    }

    private static boolean isSameSource(Connection connection, long addresses, long rest) {
        return Tuple.source(connection.originalAddresses) == Tuple.source(addresses)
                && Tuple.sourcePort(connection.originalRest) == Tuple.sourcePort(rest)
                && Tuple.protocol(connection.originalRest) == Tuple.protocol(rest)
                && Tuple.zone(connection.originalRest) == Tuple.zone(rest);
    }

    void add(Connection connection) {
        if (count >= heads.length) {
            grow();
        }
        push(connection);
        count++;
    }

    void remove(Connection connection) {
        int bucket = bucket(connection.originalAddresses, connection.originalRest);
        Connection before = null;
        for (Connection at = heads[bucket]; at != null; before = at, at = at.nextBySource) {
            if (at == connection) {
                if (before == null) {
                    heads[bucket] = at.nextBySource;
                } else {
                    before.nextBySource = at.nextBySource;
                }
                at.nextBySource = null;
                count--;
                return;
            }
        }
    }

    private void push(Connection connection) {
        int bucket = bucket(connection.originalAddresses, connection.originalRest);
        connection.nextBySource = heads[bucket];
        heads[bucket] = connection;
    }

    private void grow() {
        Connection[] old = heads;
        heads = new Connection[old.length * 2];
        for (Connection head : old) {
            Connection oldestFirst = reversed(head);
            while (oldestFirst != null) {
                Connection next = oldestFirst.nextBySource;
                push(oldestFirst);
                oldestFirst = next;
            }
        }
    }

    private static Connection reversed(Connection head) {
        Connection reversed = null;
        Connection at = head;
        while (at != null) {
            Connection next = at.nextBySource;
            at.nextBySource = reversed;
            reversed = at;
            at = next;
        }
        return reversed;
    }

    private int bucket(long addresses, long rest) {
        int hash = Tuple.hash(Tuple.source(addresses), Tuple.withDestinationPort(rest, 0));
        return hash & heads.length - 1;
    }
}
