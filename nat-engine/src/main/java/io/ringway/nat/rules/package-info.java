/**
 * The rule language of iptables 1.8.9 (nf_tables): tables, chains, matches and targets, read, printed and evaluated.
 *
 * <pre>
 *  words ─► CommandReader ─► Command ─► CommandRunner ─► Transaction ─► RuleTables
 *            (options,                   (what exists,    (all or       (RuleSet per table,
 *             Extensions)                 the kernel's     nothing)      counters survive)
 *  text ──► RestoreText ────►             refusals)                          │
 *            (line by line)                                                  ▼ compiled at first use
 *                                                              Packet ─► RuleWalk ─► verdict
 * </pre>
 *
 * What a rule may ask and do beyond addresses, interfaces and protocol is in {@code match} and {@code target}, a file each,
 * in the terms of {@code extension}: options, the packet, the words of refusals.
 *
 * <p>A {@link io.ringway.nat.rules.extension.Refusal} becomes an {@link io.ringway.nat.rules.IptablesException} in the words of the
 * tool that was asked ({@link io.ringway.nat.rules.ToolWords}). What the tool answers is recorded under
 * {@code src/test/resources} by {@code src/test/kernel/record-iptables.sh}.
 */
package io.ringway.nat.rules;
