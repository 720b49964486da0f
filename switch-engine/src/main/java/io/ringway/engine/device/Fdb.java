package io.ringway.engine.device;

import io.ringway.engine.core.Kernel;
import io.ringway.engine.core.Timer;
import java.util.Collection;
import java.util.Iterator;
import java.util.TreeMap;
import org.agrona.collections.Long2ObjectHashMap;

/**
 * The forwarding database of a bridge: MAC address to port, learned from sources, aged by a collector that runs when
 * the oldest entry is due and not before ({@code br_fdb.c:br_fdb_update(), br_fdb_cleanup()}). A look-up never ages.
 */
public final class Fdb {
    static final long AGEING_NS = 300_000_000_000L;
    private static final long FIRST_CLEANUP_NS = 100_000_000L;
    private static final long MIN_CLEANUP_NS = 10_000_000L;

    private final Kernel kernel;
    private final Long2ObjectHashMap<FdbEntry> entries = new Long2ObjectHashMap<>();
    private final Timer cleanup = new Timer(this::cleanUp);

    Fdb(Kernel kernel) {
        this.kernel = kernel;
    }

    /** Starts the collector, as bringing the bridge up does. */
    void start() {
        kernel.timers().arm(cleanup, kernel.nowNs() + FIRST_CLEANUP_NS);
    }

    void stop() {
        kernel.timers().cancel(cleanup);
    }

    FdbEntry find(long mac) {
        return entries.get(mac);
    }

    /** A frame from {@code mac} came in by {@code port}: makes, refreshes or moves the entry. */
    void learn(long mac, BridgePort port) {
        FdbEntry entry = entries.get(mac);
        if (entry == null) {
            entries.put(mac, new FdbEntry(mac, port, false, false, false, kernel.nowNs()));
        } else if (!entry.local) {
            entry.updatedNs = kernel.nowNs();
            entry.port = port;
        }
    }

    void put(FdbEntry entry) {
        entries.put(entry.mac(), entry);
    }

    FdbEntry remove(long mac) {
        return entries.remove(mac);
    }

    /** Forgets what was learned at a port that went away or down ({@code br_fdb_delete_by_port()}). */
    void forget(BridgePort port, boolean staticToo) {
        Iterator<FdbEntry> all = entries.values().iterator();
        while (all.hasNext()) {
            FdbEntry entry = all.next();
            if (entry.port == port && (staticToo || (!entry.fixed && !entry.local))) {
                all.remove();
            }
        }
    }

    /** All entries in the order of their addresses. */
    public Collection<FdbEntry> entries() {
        TreeMap<Long, FdbEntry> sorted = new TreeMap<>();
        for (FdbEntry entry : entries.values()) {
            sorted.put(entry.mac(), entry);
        }
        return sorted.values();
    }

    private void cleanUp() {
        long now = kernel.nowNs();
        long next = AGEING_NS;
        Iterator<FdbEntry> all = entries.values().iterator();
        while (all.hasNext()) {
            FdbEntry entry = all.next();
            if (entry.fixed || entry.local) {
                continue;
            }
            long left = entry.updatedNs + AGEING_NS - now;
            if (left > 0) {
                next = Math.min(next, left);
            } else {
                all.remove();
            }
        }
        kernel.timers().arm(cleanup, now + Math.max(next, MIN_CLEANUP_NS));
    }
}
