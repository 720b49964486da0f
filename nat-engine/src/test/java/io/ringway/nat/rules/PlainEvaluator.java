package io.ringway.nat.rules;

import io.ringway.nat.rules.extension.Match;
import io.ringway.nat.rules.extension.Packet;
import io.ringway.nat.rules.extension.TableKind;
import io.ringway.nat.rules.extension.Verdict;

/**
 * Decides about a packet by reading the rules as they are written, one after the other, a call for each chain: what every
 * faster way of asking them has to agree with, verdict and counters.
 */
final class PlainEvaluator {
    private final RuleTables tables;

    PlainEvaluator(RuleTables tables) {
        this.tables = tables;
    }

    /** Whether the filter table lets the packet go on; it stands at its hook already. */
    boolean accepts(Packet packet) {
        packet.read();
        Chain base = tables.ruleSet(TableKind.FILTER).chain(packet.hook().name());
        if (base == null) {
            return true;
        }
        Verdict verdict = chain(base, packet);
        if (verdict != Verdict.RETURN) {
            return verdict == Verdict.ACCEPT;
        }
        base.policyCounter().count(packet.lengthBytes());
        return !base.drops();
    }

    /** ACCEPT, DROP, or RETURN for whatever leads back to the chain that jumped. */
    private Verdict chain(Chain chain, Packet packet) {
        for (Rule rule : chain.rules()) {
            if (!holds(rule.spec(), packet)) {
                if (packet.isHotDropped()) {
                    return Verdict.DROP;
                }
                continue;
            }
            rule.counter().count(packet.lengthBytes());
            Verdict verdict = verdict(rule.spec(), packet);
            // Who went somewhere does not come back here; who jumped does.
            boolean stays = verdict == Verdict.CONTINUE || (verdict == Verdict.RETURN && jumps(rule.spec()));
            if (!stays) {
                return verdict;
            }
        }
        return Verdict.RETURN;
    }

    private static boolean jumps(RuleSpec spec) {
        return spec.jumpChain() != null && !spec.goesTo();
    }

    private Verdict verdict(RuleSpec spec, Packet packet) {
        if (spec.target() != null) {
            return spec.target().apply(packet);
        }
        if (spec.jumpChain() != null) {
            return chain(tables.ruleSet(TableKind.FILTER).chain(spec.jumpChain()), packet);
        }
        return spec.jump() == null ? Verdict.CONTINUE : Verdict.valueOf(spec.jump());
    }

    private static boolean holds(RuleSpec spec, Packet packet) {
        boolean source =
                (packet.source() & spec.source().mask()) == spec.source().address();
        boolean destination = (packet.destination() & spec.destination().mask())
                == spec.destination().address();
        if (source == spec.sourceInverted() || destination == spec.destinationInverted()) {
            return false;
        }
        if (!holds(String.valueOf(spec.in()), packet.in(), spec.inInverted())
                || !holds(String.valueOf(spec.out()), packet.out(), spec.outInverted())) {
            return false;
        }
        if (spec.protocol() != 0 && (spec.protocol() == packet.protocol()) == spec.protocolInverted()) {
            return false;
        }
        if (spec.fragment() != 0 && (packet.fragmentOffset() > 0) != (spec.fragment() == 1)) {
            return false;
        }
        for (Match match : spec.matches()) {
            if (!match.matches(packet)) {
                return false;
            }
        }
        return true;
    }

    private static boolean holds(String pattern, String name, boolean inverted) {
        if (pattern.equals("null")) {
            return true;
        }
        boolean holds = pattern.endsWith("+")
                ? name.startsWith(pattern.substring(0, pattern.length() - 1))
                : pattern.equals(name);
        return holds != inverted;
    }
}
