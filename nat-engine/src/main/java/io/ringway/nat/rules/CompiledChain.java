package io.ringway.nat.rules;

/** A chain in the form in which packets are held against it: jumps are references, rules are flat. */
final class CompiledChain {
    /** Stands for a hook where a table has no chain. */
    static final CompiledChain ABSENT = new CompiledChain(null, null);

    static final CompiledRule[] NO_RULES = {};

    final String table;
    /** The chain that it was made of; null for {@link #ABSENT}. */
    final Chain source;

    CompiledRule[] rules = NO_RULES;

    CompiledChain(String table, Chain source) {
        this.table = table;
        this.source = source;
    }
}
