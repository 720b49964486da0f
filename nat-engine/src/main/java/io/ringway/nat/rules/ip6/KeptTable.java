package io.ringway.nat.rules.ip6;

import io.ringway.nat.Hook;
import io.ringway.nat.rules.extension.TableKind;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** A table of ip6tables as text: chains by name, the built-in ones always among them. */
final class KeptTable {
    final TableKind kind;
    final Map<String, KeptChain> chains = new TreeMap<>();

    KeptTable(TableKind kind) {
        this.kind = kind;
        for (Hook hook : kind.hooks) {
            chains.put(hook.name(), new KeptChain("ACCEPT"));
        }
    }

    KeptTable copy() {
        KeptTable copy = new KeptTable(kind);
        chains.forEach((name, chain) -> copy.chains.put(name, chain.copy()));
        return copy;
    }

    /** The built-in chains by their hooks, then the user's by name, as ip6tables-save prints them. */
    Map<String, KeptChain> printed() {
        Map<String, KeptChain> printed = new LinkedHashMap<>();
        for (Hook hook : kind.hooks) {
            printed.put(hook.name(), chains.get(hook.name()));
        }
        chains.forEach(printed::putIfAbsent);
        return printed;
    }

    void save(StringBuilder text, boolean counters) {
        text.append('*').append(kind.tableName).append('\n');
        printed().forEach((name, chain) -> {
            text.append(':').append(name).append(' ').append(chain.policy == null ? "-" : chain.policy);
            text.append(' ').append(counters ? chain.counters : "[0:0]").append('\n');
        });
        printed().forEach((name, chain) -> {
            for (KeptChain.Rule rule : chain.rules) {
                text.append(counters ? rule.counters() + " -A " : "-A ").append(name);
                text.append(rule.text().isEmpty() ? "" : " " + rule.text()).append('\n');
            }
        });
        text.append("COMMIT\n");
    }

    /** As {@code ip6tables -S} has it. */
    void list(StringBuilder text, String wanted) {
        printed().forEach((name, chain) -> {
            if (wanted == null || wanted.equals(name)) {
                text.append(chain.policy == null ? "-N " + name : "-P " + name + " " + chain.policy);
                text.append('\n');
            }
        });
        printed().forEach((name, chain) -> {
            if (wanted == null || wanted.equals(name)) {
                for (KeptChain.Rule rule : chain.rules) {
                    text.append("-A ")
                            .append(name)
                            .append(' ')
                            .append(rule.text())
                            .append('\n');
                }
            }
        });
    }
}
