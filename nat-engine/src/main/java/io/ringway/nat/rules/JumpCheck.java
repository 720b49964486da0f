package io.ringway.nat.rules;

import io.ringway.nat.Hook;
import java.util.HashMap;
import java.util.Map;

/**
 * What the kernel checks of everything that packets can reach from a hook ({@code nf_tables_api.c:nft_table_validate()}):
 * no loops, no jumps deeper than its stack, no match or target where it does not belong. Chains that no hook reaches may hold
 * anything.
 *
 * <p>The kernel looks at the whole table. Here each chain remembers its {@link Reach}, so that a rule costs only what
 * comes to be reached in a new way; only a refusal looks at everything, to say it as the kernel does.
 */
final class JumpCheck {
    /** {@code NFT_JUMP_STACK_SIZE}. */
    static final int MAX_DEPTH = 16;

    private final TableEdit table;

    /** How many chains hang below a chain at most, itself included. */
    private final Map<String, Integer> depths = new HashMap<>();

    private ChainEdit base;

    private JumpCheck(TableEdit table) {
        this.table = table;
    }

    /** The text of the errno with which the kernel refuses a table in which this rule now stands, or null. */
    static String problem(TableEdit table, ChainEdit chain, RuleSpec rule) {
        JumpCheck check = new JumpCheck(table);
        return check.leadsOn(rule, chain.reach()) ? null : problem(table);
    }

    /** The text of the errno with which the kernel refuses the table, or null. */
    static String problem(TableEdit table) {
        JumpCheck check = new JumpCheck(table);
        return check.reachAnew() ? null : check.judge();
    }

    private boolean reachAnew() {
        for (ChainEdit chain : table.all()) {
            chain.setReach(Reach.NONE);
        }
        for (ChainEdit chain : table.all()) {
            if (chain.hook != null && !reach(chain, Reach.of(chain.hook))) {
                return false;
            }
        }
        return true;
    }

    /** Packets may come by a chain in this way: false where something behind it forbids that. */
    private boolean reach(ChainEdit chain, Reach way) {
        if (way.depth() > MAX_DEPTH) {
            return false;
        }
        if (chain.reach().covers(way)) {
            return true;
        }
        Reach reach = chain.reach().with(way);
        chain.setReach(reach);
        for (Rule rule : chain.rules()) {
            if (!leadsOn(rule.spec(), reach)) {
                return false;
            }
        }
        return true;
    }

    private boolean leadsOn(RuleSpec rule, Reach reach) {
        for (Hook hook : Reach.HOOKS) {
            if ((reach.hooks() & 1 << hook.ordinal()) != 0 && !rule.mayStandAt(hook)) {
                return false;
            }
        }
        String jump = reach.depth() == 0 ? null : rule.jumpChain();
        ChainEdit next = jump == null ? null : table.find(jump);
        return next == null || reach(next, reach.below());
    }

    private String judge() {
        for (ChainEdit chain : table.all()) {
            if (chain.hook != null) {
                base = chain;
                depths.clear();
                int depth = depth(chain, 0);
                if (depth > MAX_DEPTH) {
                    return "Too many links";
                }
                if (depth < 0) {
                    return "Invalid argument";
                }
            }
        }
        return null;
    }

    /** The depth of what hangs below the chain; more than allowed for a loop, negative for a misplaced rule. */
    private int depth(ChainEdit chain, int above) {
        Integer known = depths.get(chain.name);
        if (known != null) {
            return known;
        }
        if (above > MAX_DEPTH) {
            return above;
        }
        int deepest = 1;
        for (Rule rule : chain.rules()) {
            if (!rule.spec().mayStandAt(base.hook)) {
                return -1;
            }
            String jump = rule.spec().jumpChain();
            ChainEdit next = jump == null ? null : table.find(jump);
            if (next != null) {
                int below = depth(next, above + 1);
                if (below < 0) {
                    return below;
                }
                deepest = Math.max(deepest, below + 1);
            }
        }
        depths.put(chain.name, deepest);
        return deepest;
    }
}
