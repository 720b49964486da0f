package io.ringway.nat.rules;

import io.ringway.nat.Hook;
import io.ringway.nat.rules.extension.NamespaceState;
import io.ringway.nat.rules.extension.TableKind;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A table while a transaction changes it: what it was, and beside it the chains that somebody asked for. */
final class TableEdit {
    final TableKind kind;

    /** What the rules of the namespace share, as before the transaction. */
    final NamespaceState state;

    private final SortedMap<String, ChainEdit> asked = new TreeMap<>();
    private RuleSet before;
    private boolean exists;
    private String problem;

    /**
     * @param before null when there is no such table yet
     */
    TableEdit(TableKind kind, RuleSet before, NamespaceState state) {
        this.kind = kind;
        this.state = state;
        this.exists = before != null;
        this.before = before == null ? RuleSet.empty(kind) : before;
    }

    boolean exists() {
        return exists;
    }

    /** What the kernel found wrong with the table as a whole: it says so of every rule that follows. Null for nothing. */
    String problem() {
        return problem;
    }

    void setProblem(String problem) {
        this.problem = problem;
    }

    /** Takes the table away with all that it has, as iptables-restore begins. */
    void clear() {
        asked.clear();
        before = RuleSet.empty(kind);
        exists = false;
    }

    /** The chain of a name, or null. */
    ChainEdit find(String name) {
        ChainEdit edit = asked.get(name);
        if (edit != null || asked.containsKey(name)) {
            return edit;
        }
        Chain chain = before.chain(name);
        if (chain == null) {
            return null;
        }
        edit = new ChainEdit(chain);
        asked.put(name, edit);
        return edit;
    }

    /** The chain of a name; a built-in one is made when it is not there yet. Null for an unknown name. */
    ChainEdit findOrMake(String name) {
        ChainEdit chain = find(name);
        Hook hook = kind.hook(name);
        return chain == null && hook != null ? make(name, hook) : chain;
    }

    ChainEdit make(String name, Hook hook) {
        ChainEdit chain = new ChainEdit(name, hook);
        asked.put(name, chain);
        exists = true;
        return chain;
    }

    void remove(ChainEdit chain) {
        asked.put(chain.name, null);
    }

    /** Whether iptables finds the name taken: by a chain, or by a built-in one even when it is not there. */
    boolean knows(String name) {
        return find(name) != null || kind.hook(name) != null;
    }

    /** All chains, sorted by name. */
    List<ChainEdit> all() {
        for (Chain chain : before.chains()) {
            find(chain.name());
        }
        List<ChainEdit> all = new ArrayList<>(asked.values());
        all.removeIf(chain -> chain == null);
        return all;
    }

    /** All chains in the order of printing: built-in ones by their hooks, then the user's by name. */
    List<ChainEdit> printed() {
        List<ChainEdit> list = new ArrayList<>();
        for (Hook hook : kind.hooks) {
            ChainEdit chain = find(hook.name());
            if (chain != null) {
                list.add(chain);
            }
        }
        for (ChainEdit chain : all()) {
            if (chain.hook == null) {
                list.add(chain);
            }
        }
        return list;
    }

    /** How many rules jump or go to the chain. */
    int references(String name) {
        int references = 0;
        for (ChainEdit chain : all()) {
            for (Rule rule : chain.rules()) {
                references += name.equals(rule.spec().jumpChain()) ? 1 : 0;
            }
        }
        return references;
    }

    void rename(ChainEdit chain, String newName) {
        remove(chain);
        ChainEdit renamed = new ChainEdit(newName, null);
        renamed.changeRules().addAll(chain.rules());
        renamed.setReach(chain.reach());
        asked.put(newName, renamed);
        for (ChainEdit other : all()) {
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
        List<Chain> frozen = new ArrayList<>(asked.size());
        for (ChainEdit chain : asked.values()) {
            frozen.add(chain == null ? null : chain.freeze());
        }
        return before.with(new ArrayList<>(asked.keySet()), frozen);
    }
}
