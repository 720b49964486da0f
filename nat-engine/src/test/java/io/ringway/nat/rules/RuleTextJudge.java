package io.ringway.nat.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Gives rule texts to the model and to the real iptables, and tells where they differ: in what is accepted, in the words and
 * the status of a refusal, in what iptables-save and {@code iptables -nvL} print. Texts that the model takes go to the real
 * iptables-restore many at a time; only when that goes another way, one by one.
 */
final class RuleTextJudge {
    private static final int BATCH = 100;
    /** In what the model says of an option or extension that it lacks: refused by name, so there is nothing to compare. */
    private static final String NOT_MODELLED = " is not modelled";

    static final List<String> TABLES = List.of("filter", "mangle", "nat", "raw");
    static final String BASE;

    static {
        StringBuilder base = new StringBuilder();
        TABLES.forEach(table -> base.append('*').append(table).append("\n:leaf - [0:0]\n:user - [0:0]\nCOMMIT\n"));
        BASE = base.toString();
    }

    private final RealTool real;
    private final List<RuleGrammar.Text> batch = new ArrayList<>();
    private final List<String> differences = new ArrayList<>();
    private int accepted;
    private int singly;
    private int unmodelled;

    RuleTextJudge(RealTool real) {
        this.real = real;
        begin();
    }

    List<String> differences() {
        return differences;
    }

    int accepted() {
        return accepted;
    }

    /** How many accepted texts had to be told one by one. */
    int singly() {
        return singly;
    }

    int unmodelled() {
        return unmodelled;
    }

    private void begin() {
        RealTool.Answer answer = real.run("nft flush ruleset; iptables-restore", BASE);
        if (answer.status() != 0) {
            throw new IllegalStateException(answer.output());
        }
    }

    static RuleTables base() {
        RuleTables tables = new RuleTables();
        tables.restore(BASE, RestoreOptions.NONE);
        return tables;
    }

    /** What the model answers: its words and its status. */
    static RealTool.Answer answer(RuleTables tables, List<String> words) {
        try {
            IptablesCommand command = IptablesCommand.parse(words);
            return new RealTool.Answer(command.warnings() + command.run(tables), 0);
        } catch (IptablesException refused) {
            return new RealTool.Answer(refused.getMessage() + "\n", refused.exitCode());
        }
    }

    static boolean isUnmodelled(RealTool.Answer answer) {
        return answer.output().contains(NOT_MODELLED);
    }

    void judge(RuleGrammar.Text text) {
        RealTool.Answer model = answer(base(), text.words());
        if (isUnmodelled(model)) {
            unmodelled++;
            return;
        }
        accepted += model.status() == 0 ? 1 : 0;
        if (model.status() == 0 && text.standsAlone()) {
            batch.add(text);
            if (batch.size() == BATCH) {
                finish();
            }
        } else {
            judgeSingly(text);
        }
    }

    /** Judges what is waiting. */
    void finish() {
        if (!batch.isEmpty() && !together()) {
            singly += batch.size();
            batch.forEach(this::judgeSingly);
        }
        batch.clear();
    }

    /** Whether the real tool takes all that waits and shows it as the model does. */
    private boolean together() {
        Map<String, StringBuilder> lines = new TreeMap<>();
        for (RuleGrammar.Text text : batch) {
            StringBuilder table = lines.computeIfAbsent(text.table(), name -> new StringBuilder("*" + name + "\n"));
            text.words().subList(2, text.words().size()).forEach(word -> table.append(quoted(word)));
            table.append('\n');
        }
        StringBuilder input = new StringBuilder();
        lines.values().forEach(table -> input.append(table).append("COMMIT\n"));
        RuleTables tables = base();
        StringBuilder warnings = new StringBuilder();
        String model;
        try {
            tables.restore(input.toString(), new RestoreOptions(true, false, false, null), warnings::append);
            model = shown(tables);
        } catch (IptablesException refused) {
            return false;
        }
        RealTool.Answer answer = real.run("iptables-restore -n", input.toString());
        boolean same = answer.equals(new RealTool.Answer(warnings.toString(), 0))
                && real.run(show()).output().equals(model);
        begin();
        return same;
    }

    private static String quoted(String word) {
        return '"' + word.replace("\\", "\\\\").replace("\"", "\\\"") + "\" ";
    }

    private static String show() {
        StringBuilder command = new StringBuilder("iptables-save");
        TABLES.forEach(table -> command.append("; iptables -t ").append(table).append(" -nvL"));
        return command.toString();
    }

    private static String shown(RuleTables tables) {
        StringBuilder text = new StringBuilder(tables.save(null, false));
        TABLES.forEach(table ->
                text.append(answer(tables, List.of("-t", table, "-nvL")).output()));
        return text.toString();
    }

    private void judgeSingly(RuleGrammar.Text text) {
        RuleTables tables = base();
        RealTool.Answer model = answer(tables, text.words());
        RealTool.Answer truth = real.run(text.toString());
        if (!isSame(model, truth)) {
            differences.add(text + "\n  real:  " + truth + "\n  model: " + model);
        }
        if (truth.status() == 0) {
            String shown = real.run(show()).output();
            if (model.status() == 0 && !shown.equals(shown(tables))) {
                differences.add(text + "\n  real:\n" + onlyIn(shown, shown(tables)) + "  model:\n"
                        + onlyIn(shown(tables), shown));
            }
            begin();
        }
    }

    /** Whom a resolver cannot be asked, it does not know; which of the two depends on this machine's network. */
    private static boolean isSame(RealTool.Answer model, RealTool.Answer truth) {
        String said = truth.output().replace("Temporary failure in name resolution", "Name or service not known");
        return model.status() == truth.status()
                && model.output().stripTrailing().equals(said.stripTrailing());
    }

    private static String onlyIn(String one, String other) {
        List<String> others = List.of(other.split("\n", -1));
        StringBuilder lines = new StringBuilder();
        for (String line : one.split("\n", -1)) {
            if (!others.contains(line)) {
                lines.append("    ").append(line).append('\n');
            }
        }
        return lines.toString();
    }
}
