package io.ringway.nat.rules;

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
            case DELETE_CHAIN -> deleteChains(table, chain);
            case RENAME -> rename(table, chain, command.newName());
            case POLICY -> setPolicy(table, chain, command.policy(), new Counter());
            case FLUSH -> flush(table, chain);
            case ZERO -> zero(table, chain, command.ruleNumber());
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

    private static void deleteChains(TableEdit table, String name) {
        if (name != null) {
            ChainEdit chain = table.find(name);
            if (chain == null) {
                throw Refusal.noSuchName();
            }
            deleteChain(table, chain);
            return;
        }
        List<ChainEdit> all = table.all();
        for (ChainEdit chain : all) {
            if (chain.hook == null) {
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

    private static void flush(TableEdit table, String name) {
        if (name == null) {
            table.all().forEach(chain -> chain.changeRules().clear());
            return;
        }
        existing(table, name).changeRules().clear();
    }

    private static ChainEdit existing(TableEdit table, String name) {
        ChainEdit chain = table.findOrMake(name);
        if (chain == null) {
            throw Refusal.noSuchName();
        }
        return chain;
    }

    private static void zero(TableEdit table, String name, int ruleNumber) {
        List<ChainEdit> chains = name == null ? table.all() : List.of(existing(table, name));
        for (ChainEdit chain : chains) {
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
            zero(table, command.chain(), command.ruleNumber());
        }
    }
}
