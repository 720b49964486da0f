/** The rule language of iptables: tables, chains, matches and targets, read, printed and evaluated. */
package io.ringway.nat.rules;
