package io.ringway.nat.rules.ip6;

import java.util.ArrayList;
import java.util.List;

/** A chain of an {@link KeptTable}. */
final class KeptChain {
    private static final String ZERO = "[0:0]";

    /** A rule's text behind the chain's name, and its counters as {@code [packets:bytes]}. */
    record Rule(String text, String counters) {}

    final List<Rule> rules = new ArrayList<>();
    /** Null for a chain of the user's. */
    String policy;

    String counters = ZERO;

    KeptChain(String policy) {
        this.policy = policy;
    }

    KeptChain copy() {
        KeptChain copy = new KeptChain(policy);
        copy.counters = counters;
        copy.rules.addAll(rules);
        return copy;
    }

    void zero() {
        counters = ZERO;
        rules.replaceAll(rule -> new Rule(rule.text(), ZERO));
    }

    /** Index of the first rule with this text, or -1. */
    int find(String text) {
        for (int i = 0; i < rules.size(); i++) {
            if (rules.get(i).text().equals(text)) {
                return i;
            }
        }
        return -1;
    }
}
