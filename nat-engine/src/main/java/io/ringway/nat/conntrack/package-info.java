/**
 * Connections as the kernel tracks them, and the address translation that hangs on them.
 *
 * <p>What runs when, per packet, is the order of the kernel's hook priorities:
 *
 * <pre>
 *  PREROUTING, OUTPUT   raw table → Connections.track → mangle table → nat (DNAT) → …
 *  INPUT, POSTROUTING   … filter table → nat (SNAT) → Connections.confirm
 *
 *  nat at a hook        if (Nat.needsSetup)          a packet that makes a connection, once per direction of rewriting
 *                           a rule of the nat table → Nat.setup, Nat.masquerade
 *                           no rule matched         → Nat.setupNull
 *                       Nat.translate                every packet with a connection
 * </pre>
 *
 * A packet without a connection is INVALID, or untracked when {@link ConnectionInfo#isUntracked} says so; NAT leaves
 * both alone. Nothing enters the table before {@link Connections#confirm}: a packet that a rule drops leaves no trace.
 */
package io.ringway.nat.conntrack;
