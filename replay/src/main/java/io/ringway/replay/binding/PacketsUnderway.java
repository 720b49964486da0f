package io.ringway.replay.binding;

import java.util.function.IntConsumer;
import org.agrona.collections.Int2IntCounterMap;
import org.agrona.collections.Long2ObjectHashMap;

/**
 * Packets that are on their way in the model, each for five seconds of virtual time at most. What is asked of them costs
 * the same however many there are.
 */
final class PacketsUnderway {
    static final long PATIENCE_NS = 5_000_000_000L;

    private final Long2ObjectHashMap<Packet> byTag = new Long2ObjectHashMap<>();
    private final Int2IntCounterMap toHost = new Int2IntCounterMap(0);
    private final IntConsumer reached;
    private Packet oldest;
    private Packet newest;

    /** A packet, or a fragment of one: these have the same tag. */
    private static final class Packet {
        private final long tag;
        private final int to;
        private final long untilNs;
        private Packet older;
        private Packet newer;
        private Packet sameTag;

        Packet(long tag, int to, long untilNs) {
            this.tag = tag;
            this.to = to;
            this.untilNs = untilNs;
        }
    }

    /** @param reached told of a host when the last packet to it is no longer on its way */
    PacketsUnderway(IntConsumer reached) {
        this.reached = reached;
    }

    boolean isEmpty() {
        return oldest == null;
    }

    /** Whether any is on its way to that host. */
    boolean isTo(int host) {
        return toHost.get(host) != 0;
    }

    /** When the first will have been on its way for too long; {@link Long#MAX_VALUE} for never. */
    long firstDueNs() {
        return oldest == null ? Long.MAX_VALUE : oldest.untilNs;
    }

    void add(long tag, int to, long nowNs) {
        Packet packet = new Packet(tag, to, nowNs + PATIENCE_NS);
        packet.sameTag = byTag.put(tag, packet);
        packet.older = newest;
        if (newest == null) {
            oldest = packet;
        } else {
            newest.newer = packet;
        }
        newest = packet;
        toHost.incrementAndGet(to);
    }

    /** The packet is there, or lost. False if it was not on its way. */
    boolean end(long tag) {
        Packet packet = byTag.remove(tag);
        boolean known = packet != null;
        for (; packet != null; packet = packet.sameTag) {
            unlink(packet);
        }
        return known;
    }

    /** Waits no longer for those whose time is over. */
    void expire(long nowNs) {
        while (oldest != null && oldest.untilNs <= nowNs) {
            Packet packet = oldest;
            forget(packet);
            unlink(packet);
        }
    }

    private void forget(Packet packet) {
        Packet first = byTag.get(packet.tag);
        if (first != packet) {
            while (first.sameTag != packet) {
                first = first.sameTag;
            }
            first.sameTag = packet.sameTag;
        } else if (packet.sameTag == null) {
            byTag.remove(packet.tag);
        } else {
            byTag.put(packet.tag, packet.sameTag);
        }
    }

    private void unlink(Packet packet) {
        if (packet.older == null) {
            oldest = packet.newer;
        } else {
            packet.older.newer = packet.newer;
        }
        if (packet.newer == null) {
            newest = packet.older;
        } else {
            packet.newer.older = packet.older;
        }
        if (toHost.decrementAndGet(packet.to) == 0) {
            reached.accept(packet.to);
        }
    }
}
