package io.ringway.nat.rules.extension;

/** A match or target that holds on to something of its namespace while its rule stands. */
public interface NamespaceMember {
    /** Whether it wants to know when its rule begins to stand, and when it is gone. */
    default boolean joinsNamespace() {
        return false;
    }

    /** A rule with it begins to stand ({@code checkentry()}); before those leave that it replaces. */
    default void enter(NamespaceState state) {}

    /** The rule with it is gone ({@code destroy()}). */
    default void leave(NamespaceState state) {}
}
