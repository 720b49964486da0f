package io.ringway.engine.device;

import io.ringway.engine.core.Kernel;
import io.ringway.engine.core.Timer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.agrona.collections.Long2ObjectHashMap;

/**
 * The forwarding database of a bridge: MAC address to port, learned from sources, aged by a collector that runs when
 * the oldest entry is due and not before ({@code br_fdb.c:br_fdb_update(), br_fdb_cleanup()}). A look-up never ages.
 */
public final class Fdb {
    private static final long DEFAULT_AGEING_NS = 300_000_000_000L;
    private static final long FIRST_CLEANUP_NS = 100_000_000L;
    private static final long MIN_CLEANUP_NS = 10_000_000L;

    private final Kernel kernel;
    private final Long2ObjectHashMap<FdbEntry> entries = new Long2ObjectHashMap<>();
    private final Timer cleanup = new Timer(this::cleanUp);
    private long ageingNs = DEFAULT_AGEING_NS;
    private long lastSequence;
    private boolean running;

    Fdb(Kernel kernel) {
        this.kernel = kernel;
    }

    /** Starts the collector, as bringing the bridge up does. */
    void start() {
        running = true;
        kernel.timers().arm(cleanup, kernel.nowNs() + FIRST_CLEANUP_NS);
    }

    void stop() {
        running = false;
        kernel.timers().cancel(cleanup);
    }

    /** Null when the address is not known. */
    public FdbEntry find(long mac) {
        return entries.get(mac);
    }

    /** A frame from {@code mac} came in by {@code port}: makes, refreshes or moves the entry. */
    void learn(long mac, BridgePort port) {
        if (ageingNs == 0) {
            return;
        }
        FdbEntry entry = entries.get(mac);
        if (entry == null) {
            put(new FdbEntry(mac, port, false, false, false, kernel.nowNs()));
        } else if (!entry.local) {
            entry.updatedNs = kernel.nowNs();
            entry.port = port;
        }
    }

    void put(FdbEntry entry) {
        entry.sequence = ++lastSequence;
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

    /** Forgets the port's own address, which changed ({@code br_fdb_changeaddr()}). */
    void forgetOwn(BridgePort port) {
        entries.values().removeIf(entry -> entry.port == port && entry.local && !entry.addedByUser);
    }

    /** All entries, the newest first, as the kernel lists them ({@code br_fdb_dump()}). */
    public List<FdbEntry> entries() {
        List<FdbEntry> sorted = new ArrayList<>(entries.values());
        sorted.sort(Comparator.comparingLong(entry -> -entry.sequence));
        return sorted;
    }

    /** Whether the entry is only still there because the collector has not come by yet. */
    public boolean isExpired(FdbEntry entry) {
        return !entry.fixed && !entry.local && entry.updatedNs + ageingNs <= kernel.nowNs();
    }

    public long ageingNs() {
        return ageingNs;
    }

    /** Changes the ageing time; the collector comes by at once ({@code br_set_ageing_time()}). */
    public void setAgeingNs(long ageingNs) {
        this.ageingNs = ageingNs;
        if (running) {
            kernel.timers().arm(cleanup, kernel.nowNs());
        }
    }

    private void cleanUp() {
        long now = kernel.nowNs();
        long next = ageingNs;
        Iterator<FdbEntry> all = entries.values().iterator();
        while (all.hasNext()) {
            FdbEntry entry = all.next();
            if (entry.fixed || entry.local) {
                continue;
            }
            long left = entry.updatedNs + ageingNs - now;
            if (left > 0) {
                next = Math.min(next, left);
            } else {
                all.remove();
            }
        }
        kernel.timers().arm(cleanup, now + Math.max(next, MIN_CLEANUP_NS));
    }
}
