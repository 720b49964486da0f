package io.ringway.nat.rules;

import io.ringway.nat.Hook;
import java.util.List;

/**
 * A chain as it stands in a {@link RuleSet}.
 *
 * @param hook null for a chain of the user's
 * @param drops whether the policy is DROP; always false for a chain of the user's
 * @param policyCounter what the policy decided about
 * @param reach from where packets may come by
 * @param tracking whether some rule of this chain needs connections to be tracked
 * @param rules not copied, as that would be paid for every {@code -A}: the caller never changes it again
 */
record Chain(
        String name, Hook hook, boolean drops, Counter policyCounter, Reach reach, boolean tracking, List<Rule> rules) {
    Chain(String name, Hook hook, boolean drops, Counter policyCounter, Reach reach, List<Rule> rules) {
        this(name, hook, drops, policyCounter, reach, tracking(rules), rules);
    }

    private static boolean tracking(List<Rule> rules) {
        for (Rule rule : rules) {
            if (rule.tracking()) {
                return true;
            }
        }
        return false;
    }

    /** A built-in chain that nobody has named yet. */
    static Chain absent(Hook hook) {
        return new Chain(hook.name(), hook, false, new Counter(), Reach.of(hook), List.of());
    }

    /** The policy as it is printed. */
    String policy() {
        return drops ? "DROP" : "ACCEPT";
    }
}
