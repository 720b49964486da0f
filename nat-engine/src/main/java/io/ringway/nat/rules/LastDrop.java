package io.ringway.nat.rules;

import io.ringway.packet.Frame;

/** What the rules of one namespace dropped last, and which of them did, for whoever is told of the drop right then. */
public final class LastDrop {
    private Frame frame;
    private CompiledChain chain;

    /** Null for the policy. */
    private CompiledRule rule;

    LastDrop() {}

    void by(Frame dropped, CompiledChain decidingChain, CompiledRule decidingRule) {
        frame = dropped;
        chain = decidingChain;
        rule = decidingRule;
    }

    /** What stands for the rule or the chain with the policy as long as it is there; null where no rule dropped the frame. */
    public Object decider(Frame dropped) {
        if (frame != dropped) {
            return null;
        }
        return rule == null ? chain.source : rule.rule;
    }

    /** The same in words. */
    public RuleName name() {
        return rule == null
                ? new RuleName(chain.table, chain.source.name(), 0, "")
                : new RuleName(
                        chain.table,
                        chain.source.name(),
                        rule.number,
                        rule.rule.spec().toString());
    }

    /** The frame is about to be used for another packet. */
    public void forget() {
        frame = null;
    }
}
