package io.ringway.engine.vxlan;

import io.ringway.engine.core.Kernel;
import io.ringway.engine.core.Timer;
import io.ringway.packet.DropReason;
import io.ringway.packet.MacAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.agrona.collections.Long2ObjectHashMap;

/**
 * The forwarding database of a VXLAN interface: MAC address to remotes, learned from what arrives, aged by a collector
 * that comes by at least every ten seconds ({@code vxlan_core.c:vxlan_snoop(), vxlan_cleanup(), vxlan_fdb_update()}).
 */
public final class VxlanFdb {
    private static final long INTERVAL_NS = 10_000_000_000L;
    private static final long SECOND_NS = 1_000_000_000L;
    private static final long UNKNOWN = 0;

    private final Kernel kernel;
    private final VxlanConfig config;
    private final Long2ObjectHashMap<VxlanFdbEntry> entries = new Long2ObjectHashMap<>();
    private final Timer cleanup = new Timer(this::cleanUp);
    private long lastSequence;

    /** What became of a command. */
    public enum Answer {
        DONE,
        EXISTS,
        NOT_REPLACEABLE,
        NOT_SUPPORTED,
        FULL,
        NOT_FOUND
    }

    VxlanFdb(Kernel kernel, VxlanConfig config) {
        this.kernel = kernel;
        this.config = config;
    }

    void start() {
        if (config.ageingSeconds() != 0) {
            kernel.timers().arm(cleanup, kernel.nowNs() + INTERVAL_NS);
        }
    }

    /** Stops the collector and forgets what was learned ({@code vxlan_stop()}). */
    void stop() {
        kernel.timers().cancel(cleanup);
        entries.values().removeIf(entry -> !entry.isFixed());
    }

    /** The entry for an address, or the one for unknown addresses, or null. */
    VxlanFdbEntry find(long mac) {
        VxlanFdbEntry entry = entries.get(mac);
        return entry != null ? entry : entries.get(UNKNOWN);
    }

    /** A frame from {@code mac} came from a tunnel endpoint; null when it may be received. */
    DropReason learn(long mac, int remote) {
        if (!MacAddress.isValidSource(mac)) {
            return DropReason.MAC_INVALID_SOURCE;
        }
        VxlanFdbEntry entry = entries.get(mac);
        if (entry == null) {
            if (!isFull()) {
                VxlanFdbEntry learned = new VxlanFdbEntry(mac, VxlanFdbEntry.State.DYNAMIC, kernel.nowNs());
                learned.add(new VxlanRemote(remote, config.port(), config.vni(), 0));
                put(learned);
            }
            return null;
        }
        entry.updatedNs = kernel.nowNs();
        VxlanRemote first = entry.remotes[0];
        if (first.address() == remote && first.ifindex() == 0) {
            return null;
        }
        if (entry.isFixed()) {
            return DropReason.VXLAN_ENTRY_EXISTS;
        }
        entry.remotes[0] = new VxlanRemote(remote, first.port(), first.vni(), first.ifindex());
        return null;
    }

    /** {@code bridge fdb add}: a new entry. */
    public Answer add(long mac, VxlanRemote remote, VxlanFdbEntry.State state, boolean externallyLearned) {
        return entries.get(mac) != null ? Answer.EXISTS : create(mac, remote, state, externallyLearned);
    }

    /** {@code bridge fdb append}: one more remote, for a group or for unknown addresses. */
    public Answer append(long mac, VxlanRemote remote, VxlanFdbEntry.State state, boolean externallyLearned) {
        VxlanFdbEntry entry = entries.get(mac);
        if (entry == null) {
            return create(mac, remote, state, externallyLearned);
        }
        change(entry, state, externallyLearned);
        if (takesMany(mac)) {
            entry.add(remote);
        }
        return Answer.DONE;
    }

    /** {@code bridge fdb replace}: another remote for a single address. */
    public Answer replace(long mac, VxlanRemote remote, VxlanFdbEntry.State state, boolean externallyLearned) {
        VxlanFdbEntry entry = entries.get(mac);
        if (entry == null) {
            return takesMany(mac) ? Answer.NOT_SUPPORTED : create(mac, remote, state, externallyLearned);
        }
        change(entry, state, externallyLearned);
        if (takesMany(mac)) {
            return Answer.NOT_REPLACEABLE;
        }
        if (!entry.remotes[0].equals(remote)) {
            entry.remotes[0] = remote;
            entry.route.forget();
        }
        return Answer.DONE;
    }

    /**
     * {@code bridge fdb del}: one remote of several, or the whole entry. A remote that the entry does not have is no error
     * ({@code __vxlan_fdb_delete()}).
     *
     * @param remote null for the entry
     */
    public Answer remove(long mac, VxlanRemote remote) {
        VxlanFdbEntry entry = entries.get(mac);
        if (entry == null) {
            return Answer.NOT_FOUND;
        }
        boolean last = entry.remotes.length == 1 && (remote == null || entry.remotes[0].equals(remote));
        if (last || remote == null) {
            entries.remove(mac);
        } else {
            entry.remove(remote);
        }
        return Answer.DONE;
    }

    private static boolean takesMany(long mac) {
        return mac == UNKNOWN || MacAddress.isMulticast(mac);
    }

    private boolean isFull() {
        return config.maxAddresses() != 0 && entries.size() >= config.maxAddresses();
    }

    private void change(VxlanFdbEntry entry, VxlanFdbEntry.State state, boolean externallyLearned) {
        if (externallyLearned && entry.addedByUser) {
            return;
        }
        entry.state = state;
        entry.externallyLearned = externallyLearned;
        entry.addedByUser = true;
        entry.updatedNs = kernel.nowNs();
    }

    private Answer create(long mac, VxlanRemote remote, VxlanFdbEntry.State state, boolean externallyLearned) {
        if (isFull()) {
            return Answer.FULL;
        }
        VxlanFdbEntry entry = new VxlanFdbEntry(mac, state, kernel.nowNs());
        entry.externallyLearned = externallyLearned;
        entry.addedByUser = true;
        entry.add(remote);
        put(entry);
        return Answer.DONE;
    }

    private void put(VxlanFdbEntry entry) {
        entry.sequence = ++lastSequence;
        entries.put(entry.mac(), entry);
    }

    /** All entries, the newest first, as the kernel lists them ({@code vxlan_fdb_dump()}). */
    public List<VxlanFdbEntry> entries() {
        List<VxlanFdbEntry> sorted = new ArrayList<>(entries.values());
        sorted.sort(Comparator.comparingLong(entry -> -entry.sequence));
        return sorted;
    }

    private void cleanUp() {
        long now = kernel.nowNs();
        long next = now + INTERVAL_NS;
        Iterator<VxlanFdbEntry> all = entries.values().iterator();
        while (all.hasNext()) {
            VxlanFdbEntry entry = all.next();
            if (entry.isFixed() || entry.externallyLearned) {
                continue;
            }
            long due = entry.updatedNs + config.ageingSeconds() * SECOND_NS;
            if (due <= now) {
                all.remove();
            } else {
                next = Math.min(next, due);
            }
        }
        kernel.timers().arm(cleanup, next);
    }
}
