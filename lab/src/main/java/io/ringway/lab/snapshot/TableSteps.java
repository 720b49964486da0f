package io.ringway.lab.snapshot;

import io.ringway.lab.LabException;
import io.ringway.nat.conntrack.tool.FlowListing;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sets, rules with their counters, and connections. A rule that the model refuses is left out alone, and told. */
final class TableSteps implements Step {
    /** How the tools name the line of theirs that is wrong. */
    private static final Pattern WRONG_LINE = Pattern.compile("line:? (\\d{1,9})");

    private static final int MOST_REFUSED = 1000;

    @Override
    public void run(RecordedNamespace namespace, Reconstruction model) {
        load(namespace, model, "ipset save", List.of("ipset", "restore"));
        load(namespace, model, "iptables-save -c", List.of("iptables-restore", "-c"));
        load(namespace, model, "ip6tables-save -c", List.of("ip6tables-restore", "-c"));
        connections(namespace, model, "conntrack -L");
        connections(namespace, model, "cat /proc/net/nf_conntrack");
    }

    private static void load(RecordedNamespace namespace, Reconstruction model, String command, List<String> words) {
        Section section = namespace.section(command);
        if (section == null || !section.worked()) {
            return;
        }
        List<Section.Line> lines = new ArrayList<>(section.lines());
        lines.removeIf(line -> line.text().isBlank() || line.text().startsWith("#"));
        for (int refused = 0; !lines.isEmpty() && refused < MOST_REFUSED; refused++) {
            try {
                model.feed(section, namespace, words, text(lines));
                return;
            } catch (LabException wrong) {
                Matcher line = WRONG_LINE.matcher(wrong.words());
                int number = line.find() ? Integer.parseInt(line.group(1)) : 0;
                String why = Reconstruction.oneLine(wrong);
                if (number < 1
                        || number > lines.size()
                        || lines.get(number - 1).text().matches("[*:C].*")) {
                    model.warnings().add(section, namespace, "left out: all of " + command + ": " + why);
                    return;
                }
                Section.Line left = lines.remove(number - 1);
                model.warnings().add(section.at(left), namespace.name(), "left out: " + left.text() + ": " + why);
            }
        }
    }

    private static String text(List<Section.Line> lines) {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line.text()).append('\n'));
        return text.toString();
    }

    private static void connections(RecordedNamespace namespace, Reconstruction model, String command) {
        Section section = namespace.section(command);
        if (section == null || !section.worked()) {
            return;
        }
        List<String> flows = new ArrayList<>();
        for (Section.Line line : section.lines()) {
            try {
                flows.addAll(FlowListing.read(line.text()));
            } catch (FlowListing.Malformed wrong) {
                model.warnings()
                        .add(section.at(line), namespace.name(), "left out: a connection: " + wrong.getMessage());
            }
        }
        if (!flows.isEmpty()) {
            try {
                model.feed(section, namespace, List.of("conntrack", "-R", "-"), String.join("\n", flows) + "\n");
            } catch (LabException refused) {
                model.warnings().add(section, namespace, "left out: connections: " + Reconstruction.oneLine(refused));
            }
        }
    }
}
