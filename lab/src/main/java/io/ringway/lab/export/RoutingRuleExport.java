package io.ringway.lab.export;

import io.ringway.engine.Namespace;
import io.ringway.engine.Network;
import io.ringway.engine.core.Kernel;
import io.ringway.engine.route.RoutingRules;
import io.ringway.lab.show.RouteNames;
import io.ringway.lab.show.RuleView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The rules of {@code ip rule}, but for the three that every namespace starts with. */
final class RoutingRuleExport implements ExportSection {
    @Override
    public void write(Namespace namespace, LabScript script) {
        List<String> initial = lines(new Network(new Kernel(1)).first());
        List<String> lines = lines(namespace);
        for (String line : initial) {
            if (!lines.contains(line)) {
                script.ip(namespace, "rule", "del", "priority", priority(line));
            }
        }
        for (String line : lines) {
            if (!initial.contains(line)) {
                List<String> words = new ArrayList<>(List.of("rule", "add", "priority", priority(line)));
                words.addAll(Arrays.asList(
                        line.substring(line.indexOf('\t') + 1).strip().split(" ")));
                words.removeAll(List.of("[detached]", "[unresolved]"));
                script.ip(namespace, words.toArray(String[]::new));
            }
        }
    }

    private static List<String> lines(Namespace namespace) {
        RoutingRules rules = namespace.stack().routing().rules();
        RuleView view = new RuleView(false, new RouteNames(false), rules);
        return rules.list().stream().map(view::text).toList();
    }

    private static String priority(String line) {
        return line.substring(0, line.indexOf(':'));
    }
}
