package io.ringway.nat.rules;

import io.ringway.nat.rules.extension.NamespaceMember;
import io.ringway.nat.rules.extension.NamespaceState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Tells the matches and targets of rules that a change of a table brings and takes away. */
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
        Set<NamespaceMember> old = joining(before, after);
        for (NamespaceMember member : inOrder(after, before)) {
            if (!old.remove(member)) {
                member.enter(state);
            }
        }
        for (NamespaceMember member : inOrder(before, after)) {
            if (old.contains(member)) {
                member.leave(state);
            }
        }
    }

    private static Set<NamespaceMember> joining(RuleSet rules, RuleSet other) {
        Set<NamespaceMember> set = Collections.newSetFromMap(new IdentityHashMap<>());
        set.addAll(inOrder(rules, other));
        return set;
    }

    /** The matches and targets of chains that the other table does not have just so. */
    private static List<NamespaceMember> inOrder(RuleSet rules, RuleSet other) {
        List<NamespaceMember> list = new ArrayList<>();
        for (Chain chain : rules == null ? List.<Chain>of() : rules.chains()) {
            Chain twin = other == null ? null : other.chain(chain.name());
            if (chain.joinsNamespace() && chain != twin) {
                for (Rule rule : changed(chain.rules(), twin == null ? List.of() : twin.rules())) {
                    rule.spec()
                            .members()
                            .filter(NamespaceMember::joinsNamespace)
                            .forEach(list::add);
                }
            }
        }
        return list;
    }

    /** Without what both lists begin and end with: nearly all, where one command changed a long chain. */
    private static List<Rule> changed(List<Rule> rules, List<Rule> others) {
        int from = 0;
        int to = rules.size();
        int otherTo = others.size();
        while (from < to && from < otherTo && rules.get(from) == others.get(from)) {
            from++;
        }
        while (to > from && otherTo > from && rules.get(to - 1) == others.get(otherTo - 1)) {
            to--;
            otherTo--;
        }
        return rules.subList(from, to);
    }
}
