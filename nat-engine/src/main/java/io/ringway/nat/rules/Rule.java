package io.ringway.nat.rules;

/** A rule that stands in a chain. Its identity is that of its counter. */
final class Rule {
    private final RuleSpec spec;
    private final Counter counter;
    private final boolean tracking;
    /** Of the rule's text; 0 until somebody looks for a rule. */
    private int textHash;

    Rule(RuleSpec spec, Counter counter) {
        this.spec = spec;
        this.counter = counter;
        this.tracking = spec.needsTracking();
    }

    RuleSpec spec() {
        return spec;
    }

    Counter counter() {
        return counter;
    }

    /** Whether it needs connections to be tracked. */
    boolean tracking() {
        return tracking;
    }

    /**
     * Whether iptables-save prints the rule so. Most rules that say something else are told by the hash alone.
     *
     * @param text of {@link RuleSpec#toString}
     */
    boolean says(String text) {
        if (textHash == 0) {
            textHash = spec.toString().hashCode();
        }
        return textHash == text.hashCode() && spec.toString().equals(text);
    }
}
