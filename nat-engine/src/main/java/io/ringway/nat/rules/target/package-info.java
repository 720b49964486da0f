/** The targets of iptables, {@code -j NAME}: each reads its options, prints them and acts as the kernel does. */
package io.ringway.nat.rules.target;
