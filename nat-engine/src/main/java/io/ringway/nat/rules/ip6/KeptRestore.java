package io.ringway.nat.rules.ip6;

import io.ringway.nat.rules.IptablesException;
import io.ringway.nat.rules.RestoreOptions;
import io.ringway.nat.rules.extension.TableKind;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the text of ip6tables-restore, line by line; each table takes effect with its COMMIT. */
final class KeptRestore {
    private static final Pattern CHAIN = Pattern.compile(":(\\S+)\\s+(\\S+)(?:\\s+(\\[\\d+:\\d+\\]))?\\s*");
    private static final Pattern RULE = Pattern.compile("(\\[\\d+:\\d+\\])?\\s*-A\\s+(\\S+)\\s*(.*?)\\s*");
    private static final Pattern COMMAND = Pattern.compile("-[A-Z]\\b.*");

    private final Ip6Tables tables;
    private final RestoreOptions options;
    private KeptTable table;
    private int number;

    KeptRestore(Ip6Tables tables, RestoreOptions options) {
        this.tables = tables;
        this.options = options;
    }

    void read(String text) {
        for (String line : (Iterable<String>) text.lines()::iterator) {
            number++;
            if (!line.isEmpty() && !line.startsWith("#")) {
                readLine(line);
            }
        }
        if (table != null) {
            throw refused("ip6tables-restore: COMMIT expected at line " + (number + 1));
        }
    }

    private void readLine(String line) {
        Matcher chain = CHAIN.matcher(line);
        Matcher rule = RULE.matcher(line);
        if (table == null && line.startsWith("*")) {
            begin(line.substring(1).strip());
        } else if (table != null && line.equals("COMMIT")) {
            boolean wanted = options.table() == null || options.table().equals(table.kind.tableName);
            if (wanted && !options.test()) {
                tables.commit(table);
            }
            table = null;
        } else if (table != null && chain.matches()) {
            declare(chain.group(1), chain.group(2), chain.group(3));
        } else if (table != null && rule.matches()) {
            String counters = options.counters() && rule.group(1) != null ? rule.group(1) : "[0:0]";
            existing(rule.group(2)).rules.add(new KeptChain.Rule(rule.group(3), counters));
        } else if (table != null && COMMAND.matcher(line).matches()) {
            KeptCommand.read(List.of(line.strip().split("\\s+", -1))).run(table);
        } else {
            throw refused("ip6tables-restore: line " + number + " failed");
        }
    }

    private void begin(String name) {
        TableKind kind = TableKind.find(name);
        if (kind == null) {
            throw refused("ip6tables-restore: line " + number + " table name '" + name + "' invalid");
        }
        table = options.noFlush() ? tables.edit(kind) : new KeptTable(kind);
    }

    private void declare(String name, String policy, String counters) {
        KeptChain chain = table.chains.computeIfAbsent(name, made -> new KeptChain(null));
        if (chain.policy == null) {
            chain.rules.clear();
        } else if (!policy.equals("-")) {
            chain.policy = policy;
            chain.counters = options.counters() && counters != null ? counters : "[0:0]";
        }
    }

    private KeptChain existing(String name) {
        KeptChain chain = table.chains.get(name);
        if (chain == null) {
            throw refused("ip6tables-restore: line " + number + " failed: No chain/target/match by that name.");
        }
        return chain;
    }

    private static IptablesException refused(String words) {
        return new IptablesException(IptablesException.OTHER_PROBLEM, words);
    }
}
