package io.ringway.nat.rules;

import io.ringway.nat.Hook;
import io.ringway.nat.rules.extension.TableKind;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A table while a transaction changes it. */
final class TableEdit {
    final TableKind kind;
    private final SortedMap<String, ChainEdit> chains = new TreeMap<>();
    private boolean exists;

    /**
     * @param before null when there is no such table yet
     */
    TableEdit(TableKind kind, RuleSet before) {
        this.kind = kind;
        this.exists = before != null;
        if (before != null) {
            for (Chain chain : before.chains().values()) {
                chains.put(chain.name(), new ChainEdit(chain));
            }
        }
    }

    boolean exists() {
        return exists;
    }

    /** Takes the table away with all that it has, as iptables-restore begins. */
    void clear() {
        chains.clear();
        exists = false;
    }

    /** The chain of a name, or null. */
    ChainEdit find(String name) {
        return chains.get(name);
    }

    /** The chain of a name; a built-in one is made when it is not there yet. Null for an unknown name. */
    ChainEdit findOrMake(String name) {
        ChainEdit chain = chains.get(name);
        Hook hook = kind.hook(name);
        return chain == null && hook != null ? make(name, hook) : chain;
    }

    ChainEdit make(String name, Hook hook) {
        ChainEdit chain = new ChainEdit(name, hook);
        chains.put(name, chain);
        exists = true;
        return chain;
    }

    void remove(ChainEdit chain) {
        chains.remove(chain.name);
    }

    /** Whether iptables finds the name taken: by a chain, or by a built-in one even when it is not there. */
    boolean knows(String name) {
        return chains.containsKey(name) || kind.hook(name) != null;
    }

    /** All chains, sorted by name. */
    List<ChainEdit> all() {
        return new ArrayList<>(chains.values());
    }

    /** All chains in the order of printing: built-in ones by their hooks, then the user's by name. */
    List<ChainEdit> printed() {
        List<ChainEdit> list = new ArrayList<>();
        for (Hook hook : kind.hooks) {
            if (chains.containsKey(hook.name())) {
                list.add(chains.get(hook.name()));
            }
        }
        for (ChainEdit chain : chains.values()) {
            if (chain.hook == null) {
                list.add(chain);
            }
        }
        return list;
    }

    /** How many rules jump or go to the chain. */
    int references(String name) {
        int references = 0;
        for (ChainEdit chain : chains.values()) {
            for (Rule rule : chain.rules()) {
                references += name.equals(rule.spec().jumpChain()) ? 1 : 0;
            }
        }
        return references;
    }

    void rename(ChainEdit chain, String newName) {
        chains.remove(chain.name);
        ChainEdit renamed = new ChainEdit(newName, null);
        renamed.changeRules().addAll(chain.rules());
        chains.put(newName, renamed);
        for (ChainEdit other : chains.values()) {
            for (int i = 0; i < other.rules().size(); i++) {
                Rule rule = other.rules().get(i);
                if (chain.name.equals(rule.spec().jumpChain())) {
                    other.changeRules().set(i, new Rule(rule.spec().withJump(newName), rule.counter()));
                }
            }
        }
    }

    /** The table as it is now; null when there is none. */
    RuleSet freeze() {
        if (!exists) {
            return null;
        }
        SortedMap<String, Chain> frozen = new TreeMap<>();
        for (ChainEdit chain : chains.values()) {
            frozen.put(chain.name, chain.freeze());
        }
        return new RuleSet(kind, frozen);
    }
}
