package io.ringway.nat.rules;

import java.util.HashMap;
import java.util.Map;

/**
 * What the kernel checks of everything that packets can reach from a hook ({@code nf_tables_api.c:nft_table_validate()}):
 * no loops, no jumps deeper than its stack, no match or target where it does not belong. Chains that no hook reaches may hold
 * anything.
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

    /** The text of the errno with which the kernel refuses the table, or null. */
    static String problem(TableEdit table) {
        JumpCheck check = new JumpCheck(table);
        for (ChainEdit chain : table.all()) {
            if (chain.hook != null) {
                check.base = chain;
                check.depths.clear();
                int depth = check.depth(chain, 0);
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
