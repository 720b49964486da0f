package io.ringway.nat.rules;

import io.ringway.nat.Hook;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A chain while a transaction changes it; copies no rules until they are changed. */
final class ChainEdit {
    final String name;
    final Hook hook;
    private boolean drops;
    private Counter policyCounter;
    private Reach reach;
    private List<Rule> rules;
    /** Whether {@link #rules} belongs to a chain that no longer changes. */
    private boolean shared;

    /** The chain as it is now, or null when that has to be made anew. */
    private Chain frozen;

    ChainEdit(Chain chain) {
        this.name = chain.name();
        this.hook = chain.hook();
        this.drops = chain.drops();
        this.policyCounter = chain.policyCounter();
        this.reach = chain.reach();
        this.rules = chain.rules();
        this.shared = true;
        this.frozen = chain;
    }

    ChainEdit(String name, Hook hook) {
        this.name = name;
        this.hook = hook;
        this.policyCounter = Counter.off();
        this.reach = Reach.of(hook);
        this.rules = new ArrayList<>();
    }

    List<Rule> rules() {
        return rules;
    }

    /** The same list, to be changed. */
    List<Rule> changeRules() {
        if (shared) {
            List<Rule> copy = new ArrayList<>(rules.size() + 1);
            copy.addAll(rules);
            rules = copy;
            shared = false;
        }
        frozen = null;
        return rules;
    }

    void setPolicy(boolean drops, Counter counter) {
        this.drops = drops;
        this.policyCounter = counter;
        frozen = null;
    }

    boolean drops() {
        return drops;
    }

    Counter policyCounter() {
        return policyCounter;
    }

    Reach reach() {
        return reach;
    }

    void setReach(Reach reach) {
        if (!reach.equals(this.reach)) {
            this.reach = reach;
            frozen = null;
        }
    }

    /** The chain as it is now. */
    Chain freeze() {
        if (frozen == null) {
            if (!shared) {
                rules = Collections.unmodifiableList(rules);
                shared = true;
            }
            frozen = new Chain(name, hook, drops, policyCounter, reach, rules);
        }
        return frozen;
    }

    /** Index of the first rule that says the same, or -1. */
    int find(RuleSpec spec) {
        String text = spec.identity();
        for (int i = 0; i < rules.size(); i++) {
            if (rules.get(i).says(text)) {
                return i;
            }
        }
        return -1;
    }
}
