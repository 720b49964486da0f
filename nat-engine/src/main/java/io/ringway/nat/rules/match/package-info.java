/** The matches of iptables, {@code -m NAME}: each reads its options, prints them and decides as the kernel does. */
package io.ringway.nat.rules.match;
