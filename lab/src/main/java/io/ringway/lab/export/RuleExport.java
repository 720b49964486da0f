package io.ringway.lab.export;

import io.ringway.engine.Namespace;
import java.util.stream.Collectors;

/** Rules, chains and policies, as {@code iptables-save} prints them; counters start anew. */
final class RuleExport implements ExportSection {
    @Override
    public void write(Namespace namespace, LabScript script) {
        String rules = namespace
                .stack()
                .netfilter()
                .save(false)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
        if (!rules.isEmpty()) {
            script.feed(namespace, rules, "iptables-restore");
        }
    }
}
