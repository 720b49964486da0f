package io.ringway.nat.rules;

import io.ringway.nat.Hook;
import java.util.List;

/**
 * A chain as it stands in a {@link RuleSet}.
 *
 * @param hook null for a chain of the user's
 * @param drops whether the policy is DROP; always false for a chain of the user's
 * @param policyCounter what the policy decided about
 */
record Chain(String name, Hook hook, boolean drops, Counter policyCounter, List<Rule> rules) {
    Chain {
        rules = List.copyOf(rules);
    }

    /** The policy as it is printed. */
    String policy() {
        return drops ? "DROP" : "ACCEPT";
    }
}
