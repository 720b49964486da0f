package io.ringway.lab.export;

import io.ringway.engine.Namespace;
import java.util.stream.Collectors;

/** Rules, chains and policies, as {@code iptables-save} prints them; counters start anew. */
final class RuleExport implements ExportSection {
    /** Those of a policy. */
    private static final String COUNTERS = "^(:\\S+ \\S+ )\\[\\d+:\\d+]";

    @Override
    public void write(Namespace namespace, LabScript script) {
        feed(namespace, script, namespace.stack().netfilter().save(false), "iptables-restore");
        feed(namespace, script, namespace.stack().netfilter().ip6Tables().save(null, false), "ip6tables-restore");
    }

    private static void feed(Namespace namespace, LabScript script, String saved, String tool) {
        String rules = saved.lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.replaceFirst(COUNTERS, "$1[0:0]") + "\n")
                .collect(Collectors.joining());
        if (!rules.isEmpty()) {
            script.feed(namespace, rules, tool);
        }
    }
}
