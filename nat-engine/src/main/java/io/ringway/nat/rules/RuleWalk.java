package io.ringway.nat.rules;

import io.ringway.nat.Hook;
import io.ringway.nat.rules.extension.Packet;
import io.ringway.nat.rules.extension.TableKind;
import io.ringway.nat.rules.extension.Verdict;

/**
 * Holds packets against the chains of one namespace ({@code nf_tables_core.c:nft_do_chain()}). One per namespace, one
 * writer; allocates nothing unless it is traced.
 */
public final class RuleWalk {
    private final RuleTables tables;
    private final CompiledChain[] chains = new CompiledChain[JumpCheck.MAX_DEPTH];
    private final int[] positions = new int[JumpCheck.MAX_DEPTH];
    private RuleTrace trace;

    public RuleWalk(RuleTables tables) {
        this.tables = tables;
    }

    /** Has every verdict told to {@code trace}, or to nobody when it is null. */
    public void setTrace(RuleTrace trace) {
        this.trace = trace;
    }

    /** Asks the raw table. False: drop. */
    public boolean raw(Hook hook, Packet packet) {
        return accepts(TableKind.RAW, hook, packet);
    }

    /** Asks the mangle table. False: drop. */
    public boolean mangle(Hook hook, Packet packet) {
        return accepts(TableKind.MANGLE, hook, packet);
    }

    /** Asks the filter table, then the security table. False: drop. */
    public boolean filter(Hook hook, Packet packet) {
        return accepts(TableKind.FILTER, hook, packet) && accepts(TableKind.SECURITY, hook, packet);
    }

    /** Asks the nat table. False: drop. */
    public boolean nat(Hook hook, Packet packet) {
        return accepts(TableKind.NAT, hook, packet);
    }

    private boolean accepts(TableKind kind, Hook hook, Packet packet) {
        CompiledChain base = tables.chain(kind, hook);
        if (base == CompiledChain.ABSENT) {
            return true;
        }
        packet.read();
        return walk(base, packet);
    }

    private boolean walk(CompiledChain base, Packet packet) {
        CompiledChain chain = base;
        int position = 0;
        int depth = 0;
        while (true) {
            if (position >= chain.rules.length) {
                if (depth == 0) {
                    return policy(base, packet);
                }
                chain = chains[--depth];
                position = positions[depth];
                continue;
            }
            CompiledRule rule = chain.rules[position++];
            if (!rule.matches(packet)) {
                if (packet.isHotDropped()) {
                    return decided(chain, rule, packet, Verdict.DROP);
                }
                continue;
            }
            rule.counter.count(packet.lengthBytes());
            Verdict verdict = rule.verdict == Verdict.TARGET ? rule.target.apply(packet) : rule.verdict;
            if (trace != null && packet.frame().isFollowed()) {
                followed(chain, rule, packet, verdict);
            }
            switch (verdict) {
                case ACCEPT, DROP -> {
                    return decided(chain, rule, packet, verdict);
                }
                case RETURN -> position = chain.rules.length;
                case JUMP, GOTO -> {
                    if (verdict == Verdict.JUMP) {
                        chains[depth] = chain;
                        positions[depth] = position;
                        depth++;
                    }
                    chain = rule.jump;
                    position = 0;
                }
                default -> {}
            }
        }
    }

    private boolean policy(CompiledChain base, Packet packet) {
        base.source.policyCounter().count(packet.lengthBytes());
        if (trace != null) {
            trace.decided(packet.frame(), base.table, base.source.name(), 0, "", base.source.policy());
        }
        if (base.source.drops()) {
            tables.lastDrop().by(packet.frame(), base, null);
        }
        return !base.source.drops();
    }

    private void followed(CompiledChain chain, CompiledRule rule, Packet packet, Verdict verdict) {
        if (verdict != Verdict.ACCEPT && verdict != Verdict.DROP) {
            String text = rule.rule.spec().toString();
            trace.met(packet.frame(), chain.table, chain.source.name(), rule.number, text, verdict.name());
        }
    }

    private boolean decided(CompiledChain chain, CompiledRule rule, Packet packet, Verdict verdict) {
        if (trace != null) {
            String said = rule.target == null ? verdict.name() : rule.target.name();
            trace.decided(
                    packet.frame(),
                    chain.table,
                    chain.source.name(),
                    rule.number,
                    rule.rule.spec().toString(),
                    said);
        }
        if (verdict == Verdict.ACCEPT) {
            return true;
        }
        tables.lastDrop().by(packet.frame(), chain, rule);
        return false;
    }
}
