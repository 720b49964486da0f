package io.ringway.nat.rules;

import io.ringway.nat.rules.extension.Refusal;
import io.ringway.nat.rules.extension.TableKind;
import io.ringway.nat.rules.extension.ToolNumber;
import java.util.List;

/** Which command a command line gives, with the chain, number or name that stands beside it. */
final class CommandChoice {
    private final CommandLine line;
    private CommandKind kind;
    private boolean zero;
    private String chain;
    private int ruleNumber;
    private String newName;
    private String policy;

    CommandChoice(CommandLine line) {
        this.line = line;
    }

    /** Null while none was given. */
    CommandKind kind() {
        return kind;
    }

    /** The chain that the command names, or null. */
    String chain() {
        return chain;
    }

    /** Of {@code -P}, else null. */
    String policy() {
        return policy;
    }

    boolean refuses(char option) {
        return kind.refuses(option) && !(zero && !CommandKind.ZERO.refuses(option));
    }

    Command command(TableKind table, List<RuleSpec> rules, Counter counter, ListFormat format, String warnings) {
        return new Command(kind, zero, table, chain, ruleNumber, newName, policy, rules, counter, format, warnings);
    }

    /** Takes a command by its letter, with the words that belong to it. */
    void take(char letter, boolean inverted) {
        if (inverted) {
            throw Refusal.parameter("unexpected '!' flag");
        }
        switch (letter) {
            case 'A' -> command(CommandKind.APPEND, line.argument());
            case 'C' -> command(CommandKind.CHECK, line.argument());
            case 'D' -> {
                command(CommandKind.DELETE, line.argument());
                if (line.hasWord()) {
                    ruleNumber = number(line.takeWord());
                    kind = CommandKind.DELETE_NUMBER;
                }
            }
            case 'R' -> {
                command(CommandKind.REPLACE, line.argument());
                if (!line.hasWord()) {
                    throw Refusal.parameter("-R requires a rule number");
                }
                ruleNumber = number(line.takeWord());
            }
            case 'I' -> {
                command(CommandKind.INSERT, line.argument());
                ruleNumber = line.hasWord() ? number(line.takeWord()) : 1;
            }
            case 'N' -> {
                ChainName.check(line.argument());
                command(CommandKind.NEW_CHAIN, line.argument());
            }
            case 'V' -> command(CommandKind.VERSION, null);
            default -> takeChainCommand(letter);
        }
    }

    private void takeChainCommand(char letter) {
        switch (letter) {
            case 'L' -> listing(CommandKind.LIST);
            case 'S' -> listing(CommandKind.LIST_RULES);
            case 'Z' -> listing(CommandKind.ZERO);
            case 'F' -> command(CommandKind.FLUSH, optionalChain());
            case 'X' -> command(CommandKind.DELETE_CHAIN, optionalChain());
            case 'E' -> {
                command(CommandKind.RENAME, line.argument());
                if (!line.hasWord()) {
                    throw Refusal.parameter("-E requires old-chain-name and new-chain-name");
                }
                newName = line.takeWord();
            }
            default -> {
                command(CommandKind.POLICY, line.argument());
                if (!line.hasWord()) {
                    throw Refusal.parameter("-P requires a chain and a policy");
                }
                policy = line.takeWord();
            }
        }
    }

    private void listing(CommandKind listing) {
        command(listing, null);
        String named = optionalChain();
        chain = named == null ? chain : named;
        if (line.hasWord()) {
            ruleNumber = number(line.takeWord());
        }
    }

    private String optionalChain() {
        return line.argument() != null ? line.argument() : line.hasWord() ? line.takeWord() : null;
    }

    private void command(CommandKind added, String chain) {
        boolean listed = kind == CommandKind.LIST || kind == CommandKind.LIST_RULES;
        boolean lists = added == CommandKind.LIST || added == CommandKind.LIST_RULES;
        boolean besideZero = (listed && added == CommandKind.ZERO) || (lists && kind == CommandKind.ZERO);
        if (kind != null && !besideZero) {
            throw Refusal.parameter("Cannot use -" + added.letter + " with -" + kind.letter);
        }
        zero = besideZero;
        kind = besideZero && listed ? kind : added;
        this.chain = chain == null ? this.chain : chain;
    }

    private static int number(String text) {
        int number = ToolNumber.parse(text, Integer.MAX_VALUE);
        if (number <= 0) {
            throw Refusal.parameter("Invalid rule number `" + text + "'");
        }
        return number;
    }
}
