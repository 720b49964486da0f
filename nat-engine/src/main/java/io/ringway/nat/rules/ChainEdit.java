package io.ringway.nat.rules;

import io.ringway.nat.Hook;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A chain while a transaction changes it; copies nothing until it is changed. */
final class ChainEdit {
    final String name;
    final Hook hook;
    private boolean drops;
    private Counter policyCounter;
    private List<Rule> rules;
    private Chain unchanged;

    ChainEdit(Chain chain) {
        this.name = chain.name();
        this.hook = chain.hook();
        this.drops = chain.drops();
        this.policyCounter = chain.policyCounter();
        this.rules = chain.rules();
        this.unchanged = chain;
    }

    ChainEdit(String name, Hook hook) {
        this.name = name;
        this.hook = hook;
        this.policyCounter = Counter.off();
        this.rules = new ArrayList<>();
    }

    List<Rule> rules() {
        return rules;
    }

    /** The same list, to be changed. */
    List<Rule> changeRules() {
        if (unchanged != null) {
            rules = new ArrayList<>(rules);
            unchanged = null;
        }
        return rules;
    }

    void setPolicy(boolean drops, Counter counter) {
        this.drops = drops;
        this.policyCounter = counter;
        changeRules();
    }

    boolean drops() {
        return drops;
    }

    Counter policyCounter() {
        return policyCounter;
    }

    /** The chain as it is now. */
    Chain freeze() {
        if (unchanged == null) {
            rules = Collections.unmodifiableList(rules);
            unchanged = new Chain(name, hook, drops, policyCounter, rules);
        }
        return unchanged;
    }

    /** Index of the first rule that says the same, or -1. */
    int find(RuleSpec spec) {
        String text = spec.toString();
        for (int i = 0; i < rules.size(); i++) {
            if (rules.get(i).spec().toString().equals(text)) {
                return i;
            }
        }
        return -1;
    }
}
