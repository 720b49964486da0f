package io.ringway.nat.rules;

/**
 * A rule that stands in a chain. Its identity is that of its counter.
 *
 * @param tracking whether it needs connections to be tracked
 */
record Rule(RuleSpec spec, Counter counter, boolean tracking) {
    Rule(RuleSpec spec, Counter counter) {
        this(spec, counter, spec.needsTracking());
    }
}
