package io.ringway.engine.device;

import io.ringway.engine.core.Kernel;
import io.ringway.engine.core.Timer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.agrona.collections.Long2ObjectHashMap;

/**
 * The forwarding database of a bridge: MAC address to port, learned from sources, aged by a collector that runs when
 * the oldest entry is due and not before ({@code br_fdb.c:br_fdb_update(), br_fdb_cleanup()}). A look-up never ages.
 */
public final class Fdb {
    private static final long DEFAULT_AGEING_NS = 300_000_000_000L;
    private static final long FIRST_CLEANUP_NS = 100_000_000L;

    /** 10 ms in whole ticks of 4 ms. */
    private static final long MIN_CLEANUP_NS = 12_000_000L;

    private final Kernel kernel;
    private final Long2ObjectHashMap<FdbEntry> entries = new Long2ObjectHashMap<>();
    private final Timer cleanup = new Timer(this::cleanUp);
    private long ageingNs = DEFAULT_AGEING_NS;
    private long lastSequence;

    Fdb(Kernel kernel) {
        this.kernel = kernel;
    }

    /** Starts the collector, as bringing the bridge up does. */
    void start() {
        kernel.timers().arm(cleanup, kernel.nowNs() + FIRST_CLEANUP_NS);
    }

    /** What is left until the collector comes by; 0 when it does not run. */
    public long cleanupLeftNs() {
        return cleanup.isArmed() ? Math.max(0, cleanup.deadlineNs() - kernel.nowNs()) : 0;
    }

    void stop() {
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
            create(mac, port);
        } else if (!entry.local) {
            entry.updatedNs = kernel.nowNs();
            if (entry.port != port && !entry.sticky) {
                entry.port = port;
                entry.externLearned = false;
            }
        }
    }

    /** A new entry, which ages. */
    FdbEntry create(long mac, BridgePort port) {
        FdbEntry entry = new FdbEntry(mac, port, kernel.nowNs());
        entry.sequence = ++lastSequence;
        entries.put(mac, entry);
        if (ageingNs == 0 && !cleanup.isArmed()) {
            kernel.timers().arm(cleanup, kernel.nowNs() + MIN_CLEANUP_NS);
        }
        return entry;
    }

    /** The address of the bridge itself, port null, or of a port; the first one with it keeps it ({@code fdb_add_local()}). */
    void addLocal(long mac, BridgePort port) {
        FdbEntry known = entries.get(mac);
        if (mac == 0 || (known != null && known.local)) {
            return;
        }
        FdbEntry entry = create(mac, port);
        entry.local = true;
        entry.fixed = true;
    }

    FdbEntry remove(long mac) {
        return entries.remove(mac);
    }

    /** The port's device has another address by now ({@code br_fdb_changeaddr()}). */
    void macChanged(BridgePort port) {
        for (FdbEntry entry : entries()) {
            if (entry.port == port && entry.local && !entry.addedByUser) {
                deleteLocal(entry, port.bridge());
                break;
            }
        }
        addLocal(port.device().mac(), port);
    }

    /** Forgets what was learned at a port, and with {@code staticToo} all of it ({@code br_fdb_delete_by_port()}). */
    public void forget(BridgePort port, boolean staticToo) {
        for (FdbEntry entry : entries()) {
            if (entry.port != port || (!staticToo && entry.isKept())) {
                continue;
            }
            if (entry.local) {
                deleteLocal(entry, port.bridge());
            } else {
                entries.remove(entry.mac());
            }
        }
    }

    /** Forgets a local address of a port or of the bridge, unless another has the same ({@code fdb_delete_local()}). */
    void deleteLocal(FdbEntry entry, Bridge bridge) {
        BridgePort former = entry.port;
        List<BridgePort> heirs = bridge.ports();
        for (int i = heirs.size() - 1; i >= 0; i--) {
            BridgePort heir = heirs.get(i);
            if (heir != former && heir.device().mac() == entry.mac()) {
                entry.port = heir;
                entry.addedByUser = false;
                return;
            }
        }
        if (former != null && bridge.mac() == entry.mac()) {
            entry.port = null;
            entry.addedByUser = false;
            return;
        }
        entries.remove(entry.mac());
    }

    /** Forgets what is accepted, whatever it is. */
    public void flush(Predicate<FdbEntry> which) {
        entries.values().removeIf(which);
    }

    /** All entries, the newest first, as the kernel lists them ({@code br_fdb_dump()}). */
    public List<FdbEntry> entries() {
        List<FdbEntry> sorted = new ArrayList<>(entries.values());
        sorted.sort(Comparator.comparingLong(entry -> -entry.sequence));
        return sorted;
    }

    /** Whether the entry is only still there because the collector has not come by yet. */
    public boolean isExpired(FdbEntry entry) {
        return !entry.isKept() && entry.updatedNs + ageingNs <= kernel.nowNs();
    }

    public long ageingNs() {
        return ageingNs;
    }

    /** Changes the ageing time; the collector comes by at once, on a bridge that is down too ({@code br_set_ageing_time()}). */
    public void setAgeingNs(long ageingNs) {
        this.ageingNs = ageingNs;
        kernel.timers().arm(cleanup, kernel.nowNs());
    }

    /** With an ageing time of zero the collector rests while there is nothing to forget: it would find nothing. */
    private void cleanUp() {
        long now = kernel.nowNs();
        long next = ageingNs;
        var all = entries.values().iterator();
        while (all.hasNext()) {
            FdbEntry entry = all.next();
            if (entry.isKept()) {
                continue;
            }
            long left = entry.updatedNs + ageingNs - now;
            if (left > 0) {
                next = Math.min(next, left);
            } else {
                all.remove();
            }
        }
        if (ageingNs > 0) {
            kernel.timers().arm(cleanup, now + Math.max(next, MIN_CLEANUP_NS));
        }
    }
}
