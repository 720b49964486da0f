package io.ringway.nat.rules;

import io.ringway.nat.Hook;
import java.util.List;

/**
 * A chain as it stands in a {@link RuleSet}.
 *
 * @param hook null for a chain of the user's
 * @param drops whether the policy is DROP; always false for a chain of the user's
 * @param policyCounter what the policy decided about
 * @param rules not copied, as that would be paid for every {@code -A}: the caller never changes it again
 */
record Chain(String name, Hook hook, boolean drops, Counter policyCounter, List<Rule> rules) {
    /** Whether some rule of this chain needs connections to be tracked. */
    boolean needsTracking() {
        for (Rule rule : rules) {
            if (rule.tracking()) {
                return true;
            }
        }
        return false;
    }

    /** The policy as it is printed. */
    String policy() {
        return drops ? "DROP" : "ACCEPT";
    }
}
