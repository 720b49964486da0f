package io.ringway.nat.rules;

import io.ringway.nat.Hook;
import io.ringway.nat.rules.extension.Verdict;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Compiles a built-in chain and all that it can jump to. */
final class ChainCompiler {
    private final RuleSet rules;
    private final Map<String, CompiledChain> done = new HashMap<>();

    private ChainCompiler(RuleSet rules) {
        this.rules = rules;
    }

    /**
     * @param rules null when there is no such table
     */
    static CompiledChain compile(RuleSet rules, Hook hook) {
        Chain chain = rules == null || rules.kind().hook(hook.name()) == null ? null : rules.chain(hook.name());
        return chain == null ? CompiledChain.ABSENT : new ChainCompiler(rules).compile(chain);
    }

    private CompiledChain compile(Chain chain) {
        CompiledChain known = done.get(chain.name());
        if (known != null) {
            return known;
        }
        CompiledChain compiled = new CompiledChain(rules.kind().tableName, chain);
        done.put(chain.name(), compiled);
        List<Rule> list = chain.rules();
        compiled.rules = new CompiledRule[list.size()];
        for (int i = 0; i < compiled.rules.length; i++) {
            RuleSpec spec = list.get(i).spec();
            String jump = spec.jumpChain();
            compiled.rules[i] = new CompiledRule(
                    list.get(i), i + 1, verdict(spec), jump == null ? null : compile(rules.chain(jump)));
        }
        return compiled;
    }

    private static Verdict verdict(RuleSpec spec) {
        if (spec.target() != null) {
            return Verdict.TARGET;
        }
        if (spec.jump() == null) {
            return Verdict.CONTINUE;
        }
        if (spec.jumpChain() != null) {
            return spec.goesTo() ? Verdict.GOTO : Verdict.JUMP;
        }
        return Verdict.valueOf(spec.jump());
    }
}
