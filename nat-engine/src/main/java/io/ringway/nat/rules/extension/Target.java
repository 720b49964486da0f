package io.ringway.nat.rules.extension;

import io.ringway.nat.Hook;

/** What {@code -j} does beyond a plain verdict or jump: reads, prints and acts in iptables' words. */
public interface Target extends NamespaceMember {
    /** The name after {@code -j}. */
    String name();

    /** Acts on the packet. Allocates nothing. */
    Verdict apply(Packet packet);

    /** Appends the options as iptables-save prints them, each with a space in front. */
    void save(StringBuilder out);

    /** Appends what {@code iptables -L} prints, with a space in front. */
    void list(StringBuilder out, boolean numeric);

    /** A target that says the same; each rule has its own. */
    default Target fresh() {
        return this;
    }

    /** The name that {@code iptables -L} prints. */
    default String listName() {
        return name();
    }

    /** The protocol that {@code -p} must name, not inverted, for the kernel to take the target; 0 for any. */
    default int requiredProtocol() {
        return 0;
    }

    default boolean needsTracking() {
        return false;
    }

    /**
     * The words of the errno with which the kernel refuses the target in any chain; null where it takes it.
     *
     * @param protocol of {@code -p}, not inverted; else 0
     */
    default String refusedWith(int protocol) {
        return null;
    }

    /** Whether the kernel takes this target in this table. */
    boolean allowedIn(TableKind table);

    /** Whether the kernel takes this target in a base chain of this hook. */
    default boolean allowedAt(Hook hook) {
        return true;
    }

    /** Whether the kernel takes this target where packets of this hook come by, through other chains too. */
    default boolean reachableFrom(Hook hook) {
        return allowedAt(hook);
    }
}
