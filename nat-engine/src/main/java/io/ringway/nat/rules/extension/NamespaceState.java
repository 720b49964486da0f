package io.ringway.nat.rules.extension;

import io.ringway.nat.conntrack.Connections;
import io.ringway.nat.set.IpSets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What the rules of one namespace share: tables with a name, of a kind that a match brings, which are there as long as
 * any rule names them.
 */
public final class NamespaceState {
    private final Map<String, Held> tables = new HashMap<>();
    private final Connections connections;
    private final IpSets sets;
    private int reassemblers;

    private static final class Held {
        final Object table;
        int rules;

        Held(Object table) {
            this.table = table;
        }
    }

    /**
     * @param connections null where nothing is tracked
     * @param sets that rules can name
     */
    public NamespaceState(Connections connections, IpSets sets) {
        this.connections = connections;
        this.sets = sets;
    }

    public IpSets sets() {
        return sets;
    }

    public Connections connections() {
        return connections;
    }

    /** One rule more wants whole packets ({@code nf_defrag_ipv4_enable()}). */
    public void reassemble() {
        reassemblers++;
    }

    /** One rule less wants them. */
    public void leaveInPieces() {
        reassemblers--;
    }

    /** Whether some rule wants whole packets though nothing need be tracked. */
    public boolean reassembles() {
        return reassemblers > 0;
    }

    /** Has new connections counted from now on ({@code nf_ct_set_acct()}). */
    public void forceAccounting() {
        if (connections != null) {
            connections.setSysctl("nf_conntrack_acct", 1);
        }
    }

    /** The first rule came that needs connections ({@code nf_ct_netns_do_get()}). */
    public void resumeTracking() {
        if (connections != null) {
            connections.resume();
        }
    }

    /** The table of a name for one more rule, made if no rule has named it yet. */
    public <T> T take(Class<T> kind, String name, Supplier<T> make) {
        Held held = tables.computeIfAbsent(key(kind, name), key -> new Held(make.get()));
        held.rules++;
        return kind.cast(held.table);
    }

    /** One rule less names the table; with the last, all that it holds is forgotten. */
    public void release(Class<?> kind, String name) {
        String key = key(kind, name);
        Held held = tables.get(key);
        if (--held.rules == 0) {
            tables.remove(key);
        }
    }

    /** The table of a name, or null. */
    public <T> T find(Class<T> kind, String name) {
        Held held = tables.get(key(kind, name));
        return held == null ? null : kind.cast(held.table);
    }

    private static String key(Class<?> kind, String name) {
        return kind.getName() + '/' + name;
    }
}
