package io.ringway.nat.rules;

import io.ringway.nat.rules.extension.Refusal;
import io.ringway.nat.rules.extension.TableKind;
import java.util.ArrayList;
import java.util.List;

/** Reads the text of iptables-restore line by line and commits table by table (xtables-restore.c). */
final class RestoreText {
    /** A command and the line that it stood in. */
    private record Step(int line, Command command, Counter policyCounter) {}

    private static final ListFormat PLAIN = new ListFormat(false, false, false, false);

    private final RuleTables tables;
    private final RestoreOptions options;
    private final List<Step> steps = new ArrayList<>();
    private final StringBuilder printed = new StringBuilder();
    private final StringBuilder warnings = new StringBuilder();
    private TableKind table;
    private boolean inTable;
    private int line;

    RestoreText(RuleTables tables, RestoreOptions options) {
        this.tables = tables;
        this.options = options;
    }

    /** What the commands of the text printed: nothing, unless it held a {@code -L} or {@code -S}. */
    String printed() {
        return printed.toString();
    }

    /** What was said on stderr though nothing was refused. */
    String warnings() {
        return warnings.toString();
    }

    void read(String text) {
        try {
            readLines(text);
        } catch (IptablesException refused) {
            throw refused.after(warnings());
        }
    }

    private void readLines(String text) {
        int from = 0;
        while (from < text.length()) {
            int newline = text.indexOf('\n', from);
            int to = newline < 0 ? text.length() : newline + 1;
            line++;
            try {
                readLine(text.substring(from, to));
            } catch (Refusal refusal) {
                throw ToolWords.restore().say(refusal, line, line, -1);
            }
            from = to;
        }
        if (inTable) {
            throw new IptablesException(
                    IptablesException.OTHER_PROBLEM, "iptables-restore: COMMIT expected at line " + (line + 1));
        }
    }

    private void readLine(String text) {
        char first = text.charAt(0);
        if (first == '\n' || first == '#') {
            return;
        }
        if (inTable && (text.equals("COMMIT\n") || text.equals("COMMIT"))) {
            commit();
            inTable = false;
        } else if (first == '*' && !inTable) {
            beginTable(words(text.substring(1)));
        } else if (first == ':' && inTable) {
            readChain(words(text.substring(1)));
        } else if (inTable) {
            readCommand(text);
        } else if (options.table() == null || table == null || options.table().equals(table.tableName)) {
            throw new IptablesException(IptablesException.OTHER_PROBLEM, "iptables-restore: line " + line + " failed");
        }
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        for (String word : text.split("[ \t\n]+", -1)) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }

    private void beginTable(List<String> words) {
        if (words.isEmpty()) {
            throw Refusal.parameter("iptables-restore: line " + line + " table name invalid");
        }
        table = TableKind.find(words.get(0));
        if (table == null) {
            throw Refusal.parameter("iptables-restore: line " + line + " table name '" + words.get(0) + "' invalid");
        }
        if (options.table() == null || options.table().equals(table.tableName)) {
            inTable = true;
            steps.clear();
        }
    }

    private void readChain(List<String> words) {
        if (words.isEmpty()) {
            throw Refusal.parameter("iptables-restore: line " + line + " chain name invalid");
        }
        String chain = words.get(0);
        ChainName.check(chain);
        if (words.size() < 2) {
            throw Refusal.parameter("iptables-restore: line " + line + " policy invalid");
        }
        Counter counter = null;
        if (table.hook(chain) != null) {
            counter = policyCounter(chain, words.size() > 2 ? words.get(2) : null);
        }
        Command command = new Command(
                table.hook(chain) == null ? CommandKind.NEW_CHAIN : CommandKind.POLICY,
                false,
                table,
                chain,
                0,
                null,
                words.get(1),
                List.of(),
                null,
                PLAIN,
                "");
        steps.add(new Step(line, command, counter));
    }

    private Counter policyCounter(String chain, String text) {
        Counter counter = text == null ? null : RestoreLine.parseCounter(text);
        if (counter == null && (text != null || options.counters())) {
            throw Refusal.parameter("invalid policy counters for chain '" + chain + "'");
        }
        return options.counters() ? counter : new Counter();
    }

    private void readCommand(String text) {
        List<String> args = RestoreLine.split(text, table.tableName, line, options.counters());
        steps.add(new Step(line, CommandReader.readRestored(args, tables.sets(), warnings), null));
    }

    private void commit() {
        if (options.test()) {
            // The tool reads the lines and asks no table.
            return;
        }
        Transaction transaction = perform(false);
        if (JumpCheck.problem(transaction.table(table)) != null) {
            // Once more, to find out which line the kernel would blame.
            transaction = perform(true);
        }
        transaction.commit();
    }

    private Transaction perform(boolean checksJumps) {
        Transaction transaction = new Transaction(tables);
        CommandRunner runner = new CommandRunner(transaction, checksJumps);
        if (!options.noFlush()) {
            transaction.table(table).clear();
        }
        IptablesException failure = null;
        for (Step step : steps) {
            try {
                perform(transaction, runner, step);
            } catch (Refusal refusal) {
                IptablesException said = ToolWords.restore().say(refusal, line, step.line(), -1);
                if (refusal.kind() != Refusal.Kind.KERNEL) {
                    throw said;
                }
                // The kernel goes on after an error, and the tool lists all of them.
                failure = failure == null
                        ? said
                        : new IptablesException(
                                said.exitCode(),
                                failure.getMessage() + ToolWords.kernelLine(refusal.getMessage(), step.line()));
            }
        }
        if (failure != null) {
            throw failure;
        }
        printed.append(runner.printed());
        return transaction;
    }

    private void perform(Transaction transaction, CommandRunner runner, Step step) {
        TableEdit edit = transaction.table(table);
        Command command = step.command();
        if (step.policyCounter() != null && command.policy().equals("-")) {
            edit.findOrMake(command.chain());
        } else if (step.policyCounter() != null) {
            setPolicy(edit, command, step.policyCounter());
        } else if (command.kind() == CommandKind.NEW_CHAIN && command.policy() != null) {
            declareChain(edit, command.chain());
        } else {
            runner.run(command);
        }
    }

    private static void setPolicy(TableEdit edit, Command command, Counter counter) {
        if (!command.policy().equals("ACCEPT") && !command.policy().equals("DROP")) {
            throw Refusal.failed("Bad policy name");
        }
        CommandRunner.setPolicy(edit, command.chain(), command.policy(), counter);
    }

    /** A chain that is there already keeps its references and loses its rules. */
    private static void declareChain(TableEdit edit, String name) {
        ChainEdit chain = edit.find(name);
        if (chain == null) {
            edit.make(name, null);
        } else {
            chain.changeRules().clear();
        }
    }
}
