package io.ringway.nat.rules;

import io.ringway.nat.rules.extension.InterfacePattern;
import io.ringway.nat.rules.extension.Match;
import io.ringway.nat.rules.extension.Packet;
import io.ringway.nat.rules.extension.Target;
import io.ringway.nat.rules.extension.Verdict;

/** A rule in the form in which packets are held against it. */
final class CompiledRule {
    private static final Match[] NO_MATCHES = {};

    final Rule rule;
    final int number;
    final Counter counter;
    final Verdict verdict;
    final Target target;
    /** Of JUMP and GOTO. */
    final CompiledChain jump;

    private final int source;
    private final int sourceMask;
    private final boolean sourceInverted;
    private final int destination;
    private final int destinationMask;
    private final boolean destinationInverted;
    private final InterfacePattern in;
    private final boolean inInverted;
    private final InterfacePattern out;
    private final boolean outInverted;
    private final int protocol;
    private final boolean protocolInverted;
    private final int fragment;
    private final Match[] matches;

    CompiledRule(Rule rule, int number, Verdict verdict, CompiledChain jump) {
        RuleSpec spec = rule.spec();
        this.rule = rule;
        this.number = number;
        this.counter = rule.counter();
        this.verdict = verdict;
        this.jump = jump;
        this.target = spec.target();
        this.source = spec.source().address();
        this.sourceMask = spec.source().mask();
        this.sourceInverted = spec.sourceInverted();
        this.destination = spec.destination().address();
        this.destinationMask = spec.destination().mask();
        this.destinationInverted = spec.destinationInverted();
        this.in = spec.in() == null || (spec.in().isAny() && !spec.inInverted()) ? null : spec.in();
        this.inInverted = spec.inInverted();
        this.out = spec.out() == null || (spec.out().isAny() && !spec.outInverted()) ? null : spec.out();
        this.outInverted = spec.outInverted();
        this.protocol = spec.protocol();
        this.protocolInverted = spec.protocolInverted();
        this.fragment = spec.fragment();
        this.matches = spec.matches().toArray(NO_MATCHES);
    }

    /** Whether the packet meets every condition of the rule; asks no further after the first that it does not meet. */
    boolean matches(Packet packet) {
        if (((packet.source() & sourceMask) == source) == sourceInverted
                || ((packet.destination() & destinationMask) == destination) == destinationInverted
                || (in != null && in.matches(packet.in()) == inInverted)
                || (out != null && out.matches(packet.out()) == outInverted)
                || (protocol != 0 && (packet.protocol() == protocol) == protocolInverted)
                || (fragment != 0 && (packet.fragmentOffset() != 0) != fragment > 0)) {
            return false;
        }
        for (Match match : matches) {
            if (!match.matches(packet)) {
                return false;
            }
        }
        return true;
    }
}
