package io.ringway.nat.rules.extension;

import io.ringway.nat.Hook;

/** One condition of a rule beyond addresses, interfaces and protocol: reads, prints and decides in iptables' words. */
public interface Match extends NamespaceMember {
    /** The name after {@code -m}. */
    String name();

    /** Whether the packet meets the condition. Allocates nothing. */
    boolean matches(Packet packet);

    /** Appends the options as iptables-save prints them, each with a space in front. */
    void save(StringBuilder out);

    /** Appends what {@code iptables -L} prints, with a space in front. */
    void list(StringBuilder out, boolean numeric);

    /** What tells this match from another that prints the same, where iptables holds the two apart; mostly "". */
    default String unprinted() {
        return "";
    }

    /** Whether iptables holds it equal to any other of its name, because its extension names nothing to compare. */
    default boolean alikeInAnyWords() {
        return false;
    }

    /** Whether a rule with this match makes the namespace track connections. */
    default boolean needsTracking() {
        return false;
    }

    /** Whether the kernel takes this match in this table. */
    default boolean allowedIn(TableKind table) {
        return true;
    }

    /** Whether the kernel takes this match in a base chain of this hook. */
    default boolean allowedAt(Hook hook) {
        return true;
    }

    /** Whether the kernel takes this match where packets of this hook come by, through other chains too. */
    default boolean reachableFrom(Hook hook) {
        return true;
    }

    /** A match that says the same and keeps no count yet; each rule has its own. */
    default Match fresh() {
        return this;
    }

    /** The words of the errno with which the kernel refuses the match in any chain; null where it takes it. */
    default String refusedWith() {
        return null;
    }

    /** What the tool says of the rule, once all of it is read, when this match cannot stand in it; null when it can. */
    default String misfit(int protocol) {
        return null;
    }

    /** The same, with what the rules of the namespace share already. */
    default String refusedWith(NamespaceState state) {
        return refusedWith();
    }

    /** Why no packet ever meets the condition, where that is so and should be known; null elsewhere. */
    default String warning() {
        return null;
    }

    /** The protocol that {@code -p} must name, not inverted, for the kernel to take the match; 0 for any. */
    default int requiredProtocol() {
        return 0;
    }
}
