package io.ringway.nat.rules.match;

import io.ringway.nat.conntrack.Connections;
import java.util.Arrays;

/**
 * How many connections each network has (nf_conncount.c): for each the tuples that came by, without those whose
 * connection is gone or closed. They are looked through when one more comes that no table knows yet, at most once a jiffy,
 * and no further than 65 that are gone.
 */
final class ConnectionCounts {
    /** {@code CONNCOUNT_GC_MAX_COLLECT}. */
    private static final int MAX_COLLECTED = 64;

    /** How a packet stands to the table of connections: how well it is known decides whether it may be counted anew. */
    enum Acquaintance {
        UNKNOWN,
        CONFIRMED,
        ASSURED
    }

    /** The connections of one network ({@code struct nf_conncount_list}). */
    private static final class Network {
        private final long key;
        private final Network next;
        private long[] addresses = new long[4];
        private long[] rests = new long[4];
        private int count;
        private int leftByCollection;
        private long collectedAt;

        private Network(long key, Network next) {
            this.key = key;
            this.next = next;
        }

        private void add(long tupleAddresses, long tupleRest) {
            if (count == addresses.length) {
                addresses = Arrays.copyOf(addresses, 2 * count);
                rests = Arrays.copyOf(rests, 2 * count);
            }
            addresses[count] = tupleAddresses;
            rests[count++] = tupleRest;
        }

        private void collected(long now) {
            collectedAt = now;
            leftByCollection = count;
        }

        private void remove(int index) {
            System.arraycopy(addresses, index + 1, addresses, index, count - index - 1);
            System.arraycopy(rests, index + 1, rests, index, count - index - 1);
            count--;
        }
    }

    private static final int BUCKETS = 256;

    private final Network[] buckets = new Network[BUCKETS];

    /**
     * Counts the connections of a network, with the one of this tuple ({@code count_tree()}).
     *
     * @param key address and zone
     * @param now in jiffies
     * @return 0 if the packet is to be dropped
     */
    int count(long key, long addresses, long rest, Acquaintance known, Connections connections, long now) {
        Network network = find(key);
        if (network == null) {
            network = make(key, now);
            network.add(addresses, rest);
        } else if (known == Acquaintance.ASSURED) {
            if (now != network.collectedAt) {
                collectAll(network, connections, now);
            }
        } else {
            boolean collects = known == Acquaintance.CONFIRMED
                    || now != network.collectedAt
                    || network.count - network.leftByCollection >= MAX_COLLECTED;
            if (!collects || !meets(network, addresses, rest, connections, now)) {
                network.add(addresses, rest);
            }
        }
        return network.count;
    }

    /** Looks for the tuple, and forgets what is gone or closed before it ({@code __nf_conncount_add()}). */
    private static boolean meets(Network network, long addresses, long rest, Connections connections, long now) {
        int collected = 0;
        for (int i = 0; i < network.count && collected <= MAX_COLLECTED; ) {
            boolean same = network.addresses[i] == addresses && network.rests[i] == rest;
            if (!connections.has(network.addresses[i], network.rests[i], same)) {
                network.remove(i);
                collected++;
            } else if (same) {
                return true;
            } else {
                i++;
            }
        }
        network.collected(now);
        return false;
    }

    /** Forgets all that is gone or closed ({@code __nf_conncount_gc_list()}). */
    private static void collectAll(Network network, Connections connections, long now) {
        int collected = 0;
        for (int i = 0; i < network.count && collected <= MAX_COLLECTED; ) {
            if (connections.has(network.addresses[i], network.rests[i], false)) {
                i++;
            } else {
                network.remove(i);
                collected++;
            }
        }
        network.collected(now);
    }

    private Network find(long key) {
        Network network = buckets[bucket(key)];
        while (network != null && network.key != key) {
            network = network.next;
        }
        return network;
    }

    private Network make(long key, long now) {
        int bucket = bucket(key);
        buckets[bucket] = new Network(key, buckets[bucket]);
        buckets[bucket].collectedAt = now;
        return buckets[bucket];
    }

    private static int bucket(long key) {
        return ((int) (key ^ (key >>> 32)) * 0x9e37_79b9) >>> 24;
    }
}
