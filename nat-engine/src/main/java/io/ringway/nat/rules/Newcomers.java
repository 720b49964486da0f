package io.ringway.nat.rules;

import io.ringway.nat.rules.extension.Match;
import io.ringway.nat.rules.extension.NamespaceState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Tells the matches of rules that a change of a table brings and takes away. */
final class Newcomers {
    private Newcomers() {}

    /**
     * New rules enter before old ones leave, so that what they share by name stays ({@code nf_tables_commit()} destroys
     * last).
     *
     * @param before null for no table
     * @param after null for no table
     */
    static void exchange(RuleSet before, RuleSet after, NamespaceState state) {
        if ((before == null || !before.joinsNamespace()) && (after == null || !after.joinsNamespace())) {
            return;
        }
        Set<Match> old = joining(before, after);
        for (Match match : inOrder(after, before)) {
            if (!old.remove(match)) {
                match.enter(state);
            }
        }
        for (Match match : inOrder(before, after)) {
            if (old.contains(match)) {
                match.leave(state);
            }
        }
    }

    private static Set<Match> joining(RuleSet rules, RuleSet other) {
        Set<Match> set = Collections.newSetFromMap(new IdentityHashMap<>());
        set.addAll(inOrder(rules, other));
        return set;
    }

    /** The matches of chains that the other table does not have just so. */
    private static List<Match> inOrder(RuleSet rules, RuleSet other) {
        List<Match> list = new ArrayList<>();
        for (Chain chain : rules == null ? List.<Chain>of() : rules.chains()) {
            if (chain.joinsNamespace() && (other == null || other.chain(chain.name()) != chain)) {
                for (Rule rule : chain.rules()) {
                    rule.spec().matches().stream().filter(Match::joinsNamespace).forEach(list::add);
                }
            }
        }
        return list;
    }
}
