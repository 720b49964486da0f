package io.ringway.nat.rules;

import io.ringway.nat.rules.extension.TableKind;
import java.util.List;

/**
 * A command line of iptables as it was understood, table names checked, chains not yet looked at.
 *
 * @param zero whether {@code -Z} stood beside {@code -L} or {@code -S}
 * @param chain null for all
 * @param ruleNumber from 1, 0 for none
 * @param newName of {@code -E}
 * @param policy of {@code -P}
 * @param rules more than one where addresses were listed
 * @param counter of {@code -c}, or null
 * @param warnings what is said on stderr though nothing is refused, line by line
 */
record Command(
        CommandKind kind,
        boolean zero,
        TableKind table,
        String chain,
        int ruleNumber,
        String newName,
        String policy,
        List<RuleSpec> rules,
        Counter counter,
        ListFormat format,
        String warnings) {
    Command withFormat(ListFormat other) {
        return new Command(kind, zero, table, chain, ruleNumber, newName, policy, rules, counter, other, warnings);
    }
}
