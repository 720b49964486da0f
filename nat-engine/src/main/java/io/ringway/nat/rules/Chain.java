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
 * @param traits those of any of its rules, as {@link Rule#traits}
 * @param rules not copied, as that would be paid for every {@code -A}: the caller never changes it again
 */
record Chain(String name, Hook hook, boolean drops, Counter policyCounter, Reach reach, int traits, List<Rule> rules) {
    Chain(String name, Hook hook, boolean drops, Counter policyCounter, Reach reach, List<Rule> rules) {
        this(name, hook, drops, policyCounter, reach, traits(rules), rules);
    }

    private static int traits(List<Rule> rules) {
        int traits = 0;
        for (Rule rule : rules) {
            traits |= rule.traits();
        }
        return traits;
    }

    /** Whether some rule of this chain needs connections to be tracked. */
    boolean tracking() {
        return (traits & Rule.TRACKS) != 0;
    }

    /** Whether some rule of this chain shares something with others of its namespace. */
    boolean joinsNamespace() {
        return (traits & Rule.JOINS) != 0;
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
