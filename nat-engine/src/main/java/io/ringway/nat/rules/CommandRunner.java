package io.ringway.nat.rules;

import io.ringway.nat.rules.extension.Refusal;
import java.util.List;

/** Does what commands say, inside a transaction, with what iptables-nft and the kernel refuse (nft.c). */
final class CommandRunner {
    private final Transaction transaction;
    /** Whether jumps are checked after every command; else once, before the commit. */
    private final boolean checksJumps;

    private final StringBuilder printed = new StringBuilder();

    CommandRunner(Transaction transaction, boolean checksJumps) {
        this.transaction = transaction;
        this.checksJumps = checksJumps;
    }

    /** What the commands printed. */
    String printed() {
        return printed.toString();
    }

    /**
     * @throws Refusal after which the transaction must not be committed
     */
    void run(Command command) {
        TableEdit table = transaction.table(command.table());
        String chain = command.chain();
        switch (command.kind()) {
            case APPEND, INSERT, REPLACE -> new RuleChange(table, checksJumps).put(command);
            case DELETE, DELETE_NUMBER, CHECK -> new RuleChange(table, checksJumps).find(command);
            case NEW_CHAIN -> newChain(table, chain);
            case DELETE_CHAIN -> deleteChains(table, command);
            case RENAME -> rename(table, chain, command.newName());
            case POLICY -> setPolicy(table, chain, command.policy(), new Counter());
            case FLUSH -> flush(table, command);
            case ZERO -> zero(table, command);
            case LIST, LIST_RULES -> list(table, command);
            case VERSION -> printed.append("iptables v1.8.9 (nf_tables)\n");
        }
        if (command.format().verbose() && command.kind().takesRule()) {
            for (RuleSpec rule : command.rules()) {
                RuleListing.appendBrief(printed, rule);
            }
        }
    }

    private static void newChain(TableEdit table, String name) {
        if (table.knows(name)) {
            throw Refusal.failed("Chain already exists");
        }
        table.make(name, null);
    }

    private void deleteChains(TableEdit table, Command command) {
        String name = command.chain();
        if (name != null) {
            ChainEdit chain = table.find(name);
            if (chain == null) {
                throw Refusal.noSuchName();
            }
            if (chain.hook == null) {
                say(command, "Deleting", chain.name);
            }
            deleteChain(table, chain);
            return;
        }
        List<ChainEdit> all = table.all();
        for (ChainEdit chain : all) {
            if (chain.hook == null) {
                say(command, "Deleting", chain.name);
                deleteChain(table, chain);
            }
        }
        for (ChainEdit chain : all) {
            if (chain.hook != null && isIdle(chain)) {
                table.remove(chain);
            }
        }
    }

    private static boolean isIdle(ChainEdit chain) {
        return chain.rules().isEmpty() && !chain.drops();
    }

    private static void deleteChain(TableEdit table, ChainEdit chain) {
        if (chain.hook != null && !isIdle(chain)) {
            throw Refusal.failed("Directory not empty");
        }
        if (!chain.rules().isEmpty() || table.references(chain.name) > 0) {
            throw Refusal.kernel("CHAIN_DEL", "Device or resource busy", "chain " + chain.name);
        }
        table.remove(chain);
    }

    private static void rename(TableEdit table, String name, String newName) {
        ChainEdit chain = table.find(name);
        if (chain != null && chain.hook != null) {
            // DEVIATION: the tool renames it, and cannot read the table any more.
            throw Refusal.notModelled("renaming a built-in chain");
        }
        if (table.knows(newName)) {
            throw Refusal.failed("File exists");
        }
        if (chain == null) {
            throw Refusal.noSuchName();
        }
        ChainName.check(newName);
        table.rename(chain, newName);
    }

    static void setPolicy(TableEdit table, String name, String policy, Counter counter) {
        if (table.kind.hook(name) == null) {
            throw Refusal.failed("Bad built-in chain name");
        }
        if (!policy.equals("ACCEPT") && !policy.equals("DROP")) {
            throw Refusal.failedInvalid("Bad policy name");
        }
        table.findOrMake(name).setPolicy(policy.equals("DROP"), counter);
    }

    private void flush(TableEdit table, Command command) {
        String name = command.chain();
        if (name == null && command.format().verbose()) {
            table.kind.hooks.forEach(hook -> table.findOrMake(hook.name()));
        }
        List<ChainEdit> chains = name == null ? table.printed() : List.of(existing(table.findOrMake(name)));
        for (ChainEdit chain : chains) {
            say(command, "Flushing", chain.name);
            chain.changeRules().clear();
        }
    }

    private static ChainEdit existing(ChainEdit chain) {
        if (chain == null) {
            throw Refusal.noSuchName();
        }
        return chain;
    }

    private void say(Command command, String doing, String chain) {
        if (command.format().verbose()) {
            printed.append(doing).append(" chain `").append(chain).append("'\n");
        }
    }

    private void zero(TableEdit table, Command command) {
        String name = command.chain();
        int ruleNumber = command.ruleNumber();
        ChainEdit named = name == null ? null : table.find(name);
        if (ruleNumber > 0 && name != null && named == null) {
            throw Refusal.failed("Bad rule (does a matching rule exist in that chain?)");
        }
        List<ChainEdit> chains = name == null ? table.printed() : List.of(existing(named));
        for (ChainEdit chain : chains) {
            if (ruleNumber == 0 && command.kind() == CommandKind.ZERO) {
                say(command, "Zeroing", chain.name);
            }
            List<Rule> rules = chain.changeRules();
            if (ruleNumber == 0) {
                chain.setPolicy(chain.drops(), new Counter());
            }
            for (int i = 0; i < rules.size(); i++) {
                if (ruleNumber == 0 || ruleNumber == i + 1) {
                    rules.set(i, new Rule(rules.get(i).spec(), new Counter()));
                }
            }
        }
    }

    private void list(TableEdit table, Command command) {
        if (command.chain() != null && !table.knows(command.chain())) {
            throw Refusal.other("chain `" + command.chain() + "' in table `" + table.kind.tableName
                    + "' is incompatible, use 'nft' tool.");
        }
        RuleListing.append(printed, table.kind, table.freeze(), command);
        if (command.zero()) {
            for (Chain chain : RuleSet.printed(table.freeze(), table.kind)) {
                if (command.chain() == null || command.chain().equals(chain.name())) {
                    say(command, "Zeroing", chain.name());
                }
            }
            zero(table, command);
        }
    }
}
