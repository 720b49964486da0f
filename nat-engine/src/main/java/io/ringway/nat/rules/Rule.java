package io.ringway.nat.rules;

/** A rule that stands in a chain. Its identity is that of its counter. */
record Rule(RuleSpec spec, Counter counter) {}
