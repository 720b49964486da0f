package io.ringway.nat.rules;

import io.ringway.nat.rules.extension.Refusal;
import java.util.List;

/** Commands that put, remove or look for rules in a chain of one table. */
final class RuleChange {
    private final TableEdit table;
    private final boolean checksJumps;

    RuleChange(TableEdit table, boolean checksJumps) {
        this.table = table;
        this.checksJumps = checksJumps;
    }

    /** {@code -A}, {@code -I} and {@code -R}. */
    void put(Command command) {
        for (RuleSpec spec : command.rules()) {
            putOne(command, spec);
        }
    }

    private void putOne(Command command, RuleSpec spec) {
        checkJump(spec);
        boolean replaces = command.kind() == CommandKind.REPLACE;
        ChainEdit chain = replaces ? table.find(command.chain()) : table.findOrMake(command.chain());
        if (chain == null) {
            throw Refusal.noSuchName();
        }
        Counter counter = new Counter();
        if (command.counter() != null) {
            counter.set(command.counter().packets(), command.counter().bytes());
        }
        Rule rule = new Rule(spec, counter);
        List<Rule> rules = chain.changeRules();
        String message = "RULE_" + command.kind();
        switch (command.kind()) {
            case APPEND -> rules.add(rule);
            case INSERT -> {
                if (command.ruleNumber() > rules.size() + 1) {
                    throw Refusal.failed("Index of insertion too big");
                }
                // Behind the last rule, the tool appends.
                boolean last = command.ruleNumber() > 1 && command.ruleNumber() == rules.size() + 1;
                message = last ? "RULE_" + CommandKind.APPEND : message;
                rules.add(command.ruleNumber() - 1, rule);
            }
            default -> {
                if (command.ruleNumber() > rules.size()) {
                    throw Refusal.failed("Index of replacement too big");
                }
                rules.set(command.ruleNumber() - 1, rule);
            }
        }
        checkWithKernel(spec, chain, message);
    }

    private void checkJump(RuleSpec spec) {
        String jump = spec.jumpChain();
        if (jump != null && !table.knows(jump)) {
            throw Refusal.parameter("Chain '" + jump + "' does not exist");
        }
    }

    private void checkWithKernel(RuleSpec spec, ChainEdit chain, String message) {
        String problem = spec.allowedIn(table.kind, chain.hook) ? spec.refusedWith(table.state) : "Invalid argument";
        String jump = spec.jumpChain();
        if (problem == null && jump != null && table.kind.hook(jump) != null) {
            problem = table.find(jump) == null ? "No such file or directory" : "Operation not supported";
        }
        if (problem == null && checksJumps) {
            problem = table.problem() != null ? table.problem() : JumpCheck.problem(table, chain, spec);
            table.setProblem(problem);
        }
        if (problem != null) {
            throw Refusal.kernel(message, problem, "rule in chain " + chain.name);
        }
    }

    /** {@code -D} and {@code -C}. */
    void find(Command command) {
        ChainEdit chain = table.find(command.chain());
        if (command.kind() == CommandKind.DELETE_NUMBER) {
            if (chain == null) {
                throw Refusal.noSuchName();
            }
            if (command.ruleNumber() > chain.rules().size()) {
                throw Refusal.failed("Index of deletion too big");
            }
            chain.changeRules().remove(command.ruleNumber() - 1);
            return;
        }
        for (RuleSpec spec : command.rules()) {
            findOne(command, chain, spec);
        }
    }

    private void findOne(Command command, ChainEdit chain, RuleSpec spec) {
        checkJump(spec);
        int index = chain == null ? -1 : chain.find(spec);
        if (index < 0) {
            throw Refusal.failed("Bad rule (does a matching rule exist in that chain?)");
        }
        if (command.kind() == CommandKind.DELETE) {
            chain.changeRules().remove(index);
        }
    }
}
