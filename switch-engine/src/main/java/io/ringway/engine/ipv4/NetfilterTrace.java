package io.ringway.engine.ipv4;

import io.ringway.engine.core.Trace;
import io.ringway.nat.rules.RuleTrace;
import io.ringway.packet.Frame;
import java.util.Locale;

/** Puts the decisions of one namespace's rules into the trace of the whole model. */
final class NetfilterTrace implements RuleTrace {
    private final Trace trace;
    private final Ipv4Stack stack;

    NetfilterTrace(Trace trace, Ipv4Stack stack) {
        this.trace = trace;
        this.stack = stack;
    }

    @Override
    public void decided(Frame frame, String table, String chain, int ruleNumber, String ruleText, String verdict) {
        trace.rule(frame, stack.name(), table, chain, ruleNumber, ruleText, verdict);
    }

    @Override
    public void met(Frame frame, String table, String chain, int ruleNumber, String ruleText, String verdict) {
        trace.rule(frame, stack.name(), table, chain, ruleNumber, ruleText, verdict.toLowerCase(Locale.ROOT));
    }

    @Override
    public void translated(Frame frame, String hook, String before, String after) {
        trace.rewritten(frame, stack.name(), hook, "addresses", before, after);
    }
}
