package io.ringway.nat.rules;

import io.ringway.nat.Hook;
import io.ringway.nat.rules.extension.TableKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One table, immutable: replaced as a whole by every change. A built-in chain is there only once something named it, as
 * iptables-nft makes it only then; chains of the user's are sorted by name, as iptables-nft prints them.
 */
final class RuleSet {
    private final TableKind kind;
    private final SortedMap<String, Chain> chains;
    private final boolean tracking;

    RuleSet(TableKind kind, SortedMap<String, Chain> chains) {
        this.kind = kind;
        this.chains = Collections.unmodifiableSortedMap(new TreeMap<>(chains));
        boolean needed = false;
        for (Chain chain : chains.values()) {
            needed |= chain.needsTracking();
        }
        this.tracking = needed;
    }

    TableKind kind() {
        return kind;
    }

    /** The chain of a name, or null. */
    Chain chain(String name) {
        return chains.get(name);
    }

    SortedMap<String, Chain> chains() {
        return chains;
    }

    /** Whether some rule of this table needs connections to be tracked. */
    boolean needsTracking() {
        return tracking;
    }

    /** Whether any built-in chain is there. */
    boolean standsAtHooks() {
        return kind.hooks.stream().anyMatch(hook -> chains.containsKey(hook.name()));
    }

    /** Chains in the order of printing; a built-in one that is not there shows as empty, with policy ACCEPT. */
    List<Chain> printed() {
        return printed(this, kind);
    }

    /**
     * @param rules null for a table that is not there: its built-in chains show as empty
     */
    static List<Chain> printed(RuleSet rules, TableKind kind) {
        SortedMap<String, Chain> chains = rules == null ? new TreeMap<>() : rules.chains;
        List<Chain> list = new ArrayList<>();
        for (Hook hook : kind.hooks) {
            Chain chain = chains.get(hook.name());
            list.add(chain != null ? chain : new Chain(hook.name(), hook, false, new Counter(), List.of()));
        }
        for (Chain chain : chains.values()) {
            if (chain.hook() == null) {
                list.add(chain);
            }
        }
        return list;
    }
}
