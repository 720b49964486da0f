package io.ringway.lab.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;

/** Tells, once each, what a namespace has and the model lacks; and what the script could not see. */
final class Lacking implements Step {
    private static final Set<String> HARMLESS_QUEUES = Set.of(
            "noqueue", "pfifo_fast", "pfifo", "bfifo", "fq_codel", "fq", "mq", "sfq", "codel", "cake", "fq_pie", "pie");

    private static final List<String> NEEDED = List.of(
            "ip -4 -N -j -d route show table all",
            "ip -4 -N -j -d rule show",
            "ip -4 -j neigh show nud all",
            "bridge -j -d link show",
            "bridge -j -d fdb show",
            "sysctl",
            "iptables-save -c");

    @Override
    public void run(RecordedNamespace namespace, Reconstruction model) {
        Warnings warnings = model.warnings();
        for (String command : NEEDED) {
            Section section = namespace.section(command);
            if (section == null) {
                warnings.add(namespace.facts(), namespace, "\"" + command + "\" is not in the snapshot");
            } else {
                unseen(section, namespace, warnings);
            }
        }
        for (String command : List.of("ipset save", "conntrack -L", "ip6tables-save -c")) {
            Section section = namespace.section(command);
            if (section != null) {
                unseen(section, namespace, warnings);
            }
        }
        queues(namespace, warnings);
        rules(namespace, warnings);
    }

    private static void unseen(Section section, RecordedNamespace namespace, Warnings warnings) {
        if (section.exitCode() == Section.NOT_FOUND) {
            String tool = section.command().split(" ", 2)[0];
            warnings.add(section, namespace, tool + " is not installed there: what it would have shown is not known");
        } else if (!section.worked()) {
            warnings.add(section, namespace, "\"" + section.command() + "\" failed: " + section.complaint());
        }
    }

    private static void queues(RecordedNamespace namespace, Warnings warnings) {
        Section section = namespace.section("tc -j qdisc show");
        if (section == null || !section.worked()) {
            return;
        }
        for (JsonNode queue : section.objects()) {
            String kind = queue.path("kind").asText();
            if (!kind.isEmpty() && !HARMLESS_QUEUES.contains(kind)) {
                warnings.add(
                        section,
                        namespace,
                        "queueing discipline " + kind + " of "
                                + queue.path("dev").asText() + " is not modelled");
            }
        }
    }

    private static void rules(RecordedNamespace namespace, Warnings warnings) {
        Section six = namespace.section("ip -6 -N -j rule show");
        if (six != null && six.worked() && six.objects().size() > 2) {
            warnings.add(six, namespace, "rules of ip -6 rule: IPv6 is not modelled");
        }
        new ForeignRules(namespace).tell(warnings);
        Section save = namespace.section("iptables-save -c");
        if (save != null) {
            for (Section.Line line : save.lines()) {
                if (line.text().contains("incompatible, use 'nft' tool")) {
                    warnings.add(save.at(line), namespace.name(), "left out: " + line.text());
                }
            }
        }
    }
}
