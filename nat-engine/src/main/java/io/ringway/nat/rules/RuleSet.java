package io.ringway.nat.rules;

import io.ringway.nat.Hook;
import io.ringway.nat.rules.extension.TableKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * One table, immutable: replaced as a whole by every change. A built-in chain is there only once something named it, as
 * iptables-nft makes it only then; chains of the user's are sorted by name, as iptables-nft prints them.
 */
final class RuleSet {
    private static final Chain[] NO_CHAINS = {};

    private final TableKind kind;
    /** Sorted by name: an array, because a table of ten thousand chains is copied for each change of one. */
    private final Chain[] chains;

    private final int trackingChains;
    private final int joiningChains;

    private RuleSet(TableKind kind, Chain[] chains, int trackingChains, int joiningChains) {
        this.kind = kind;
        this.chains = chains;
        this.trackingChains = trackingChains;
        this.joiningChains = joiningChains;
    }

    static RuleSet empty(TableKind kind) {
        return new RuleSet(kind, NO_CHAINS, 0, 0);
    }

    TableKind kind() {
        return kind;
    }

    /** The chain of a name, or null. */
    Chain chain(String name) {
        int at = place(chains, 0, name);
        return at < chains.length && chains[at].name().equals(name) ? chains[at] : null;
    }

    /** All chains, sorted by name. */
    List<Chain> chains() {
        return Collections.unmodifiableList(Arrays.asList(chains));
    }

    /** Whether some rule of this table needs connections to be tracked. */
    boolean needsTracking() {
        return trackingChains > 0;
    }

    /** Whether some rule of this table shares something with others of its namespace. */
    boolean joinsNamespace() {
        return joiningChains > 0;
    }

    /** Whether any built-in chain is there. */
    boolean standsAtHooks() {
        return kind.hooks.stream().anyMatch(hook -> chain(hook.name()) != null);
    }

    /**
     * The table after some chains were changed, made or taken away.
     *
     * @param names sorted
     * @param changed null for a chain that is gone, beside its name
     */
    RuleSet with(List<String> names, List<Chain> changed) {
        Chain[] merged = new Chain[chains.length + names.size()];
        int tracking = trackingChains;
        int joining = joiningChains;
        int size = 0;
        int from = 0;
        for (int i = 0; i < names.size(); i++) {
            int at = place(chains, from, names.get(i));
            System.arraycopy(chains, from, merged, size, at - from);
            size += at - from;
            from = at;
            if (at < chains.length && chains[at].name().equals(names.get(i))) {
                tracking -= chains[at].tracking() ? 1 : 0;
                joining -= chains[at].joinsNamespace() ? 1 : 0;
                from++;
            }
            Chain chain = changed.get(i);
            if (chain != null) {
                tracking += chain.tracking() ? 1 : 0;
                joining += chain.joinsNamespace() ? 1 : 0;
                merged[size++] = chain;
            }
        }
        System.arraycopy(chains, from, merged, size, chains.length - from);
        size += chains.length - from;
        return new RuleSet(kind, size == merged.length ? merged : Arrays.copyOf(merged, size), tracking, joining);
    }

    /** Where the chain of a name stands or would stand, at {@code from} or behind it. */
    private static int place(Chain[] chains, int from, String name) {
        int low = from;
        int high = chains.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (chains[middle].name().compareTo(name) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Chains in the order of printing; a built-in one that is not there shows as empty, with policy ACCEPT. */
    List<Chain> printed() {
        return printed(this, kind);
    }

    /**
     * @param rules null for a table that is not there: its built-in chains show as empty
     */
    static List<Chain> printed(RuleSet rules, TableKind kind) {
        RuleSet there = rules == null ? empty(kind) : rules;
        List<Chain> list = new ArrayList<>();
        for (Hook hook : kind.hooks) {
            Chain chain = there.chain(hook.name());
            list.add(chain != null ? chain : Chain.absent(hook));
        }
        for (Chain chain : there.chains) {
            if (chain.hook() == null) {
                list.add(chain);
            }
        }
        return list;
    }
}
