package io.ringway.nat.rules;

/** A rule that stands in a chain. Its identity is that of its counter. */
final class Rule {
    /** Needs connections to be tracked. */
    static final int TRACKS = 1;

    /** Some match or the target wants to know when the rule comes and goes. */
    static final int JOINS = 2;

    private final RuleSpec spec;
    private final Counter counter;
    private final int traits;
    /** Of the rule's text; 0 until somebody looks for a rule. */
    private int textHash;

    Rule(RuleSpec spec, Counter counter) {
        this.spec = spec;
        this.counter = counter;
        this.traits = (spec.needsTracking() ? TRACKS : 0) | (spec.joinsNamespace() ? JOINS : 0);
    }

    RuleSpec spec() {
        return spec;
    }

    Counter counter() {
        return counter;
    }

    /** {@link #TRACKS}, {@link #JOINS} or both: a chain of many rules asks for all of it at once. */
    int traits() {
        return traits;
    }

    /**
     * Whether iptables holds the rule for this one. Most rules that say something else are told by the hash alone.
     *
     * @param text of {@link RuleSpec#identity}
     */
    boolean says(String text) {
        if (textHash == 0) {
            textHash = spec.identity().hashCode();
        }
        return textHash == text.hashCode() && spec.identity().equals(text);
    }
}
