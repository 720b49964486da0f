package io.ringway.nat.rules;

import io.ringway.nat.Hook;

/**
 * Bounds of how packets get to a chain: never less than what its table has, and more only where a jump was taken away. A jump
 * that keeps within them needs no look at the whole table, however many rules that has.
 *
 * @param depth how many chains lead to it at most, itself included; 0 where none of a hook does
 * @param hooks bits of the hooks whose packets come by
 */
record Reach(int depth, int hooks) {
    static final Reach NONE = new Reach(0, 0);

    static final Hook[] HOOKS = Hook.values();

    private static final Reach[] AT_HOOK = new Reach[HOOKS.length];

    static {
        for (Hook hook : HOOKS) {
            AT_HOOK[hook.ordinal()] = new Reach(1, 1 << hook.ordinal());
        }
    }

    /** Of a chain that stands at a hook, or of one that nothing leads to when it is null. */
    static Reach of(Hook hook) {
        return hook == null ? NONE : AT_HOOK[hook.ordinal()];
    }

    /** Of a chain that this one leads to. */
    Reach below() {
        return depth == 0 ? NONE : new Reach(depth + 1, hooks);
    }

    boolean covers(Reach other) {
        return depth >= other.depth && (hooks | other.hooks) == hooks;
    }

    Reach with(Reach other) {
        return new Reach(Math.max(depth, other.depth), hooks | other.hooks);
    }
}
