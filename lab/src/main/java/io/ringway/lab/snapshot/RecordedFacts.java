package io.ringway.lab.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringway.lab.LabCommand;
import io.ringway.lab.SourcePosition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What snapshots record, each with its place. Labs that stand beside them do not say it again: the recorded counts. */
final class RecordedFacts {
    private final Map<Statement, SourcePosition> places = new HashMap<>();

    void add(RecordedNamespace namespace) {
        String in = namespace.name();
        record(Statement.namespace(in), namespace.facts().position());
        for (RecordedLink link : namespace.links()) {
            SourcePosition position = LinkSteps.source(link).position();
            record(Statement.interfaceOf(in, link.name()), position);
            for (JsonNode address : link.json().path("addr_info")) {
                String prefix = address.path("local").asText() + "/"
                        + address.path("prefixlen").asText();
                record(Statement.address(in, link.name(), prefix), position);
            }
        }
        objects(
                namespace,
                RouteSteps.COMMAND,
                route -> Statement.route(
                        in,
                        route.path("dst").asText(),
                        route.path("table").asText("254"),
                        route.has("metric") ? route.get("metric").asText() : null));
        objects(
                namespace,
                NeighbourSteps.COMMAND,
                each -> Statement.neighbour(
                        in, each.path("dev").asText(), each.path("dst").asText()));
        lines(namespace, SettingSteps.COMMAND, "(?<what>[^:]+):.*", what -> Statement.setting(in, what));
        lines(namespace, "iptables-save -c", "\\*(?<what>\\w+)", what -> Statement.table(in, what));
        lines(namespace, "ipset save", "create (?<what>\\S+) .*", what -> Statement.setOf(in, what));
    }

    private void objects(RecordedNamespace namespace, String command, Function<JsonNode, Statement> statement) {
        Section section = namespace.section(command);
        if (section != null && section.worked()) {
            section.objects().forEach(each -> record(statement.apply(each), section.position()));
        }
    }

    private void lines(
            RecordedNamespace namespace, String command, String pattern, Function<String, Statement> statement) {
        Section section = namespace.section(command);
        if (section == null) {
            return;
        }
        Pattern wanted = Pattern.compile(pattern);
        for (Section.Line line : section.lines()) {
            Matcher found = wanted.matcher(line.text());
            if (found.matches()) {
                record(statement.apply(found.group("what")), section.at(line));
            }
        }
    }

    private void record(Statement statement, SourcePosition position) {
        places.putIfAbsent(statement, position);
    }

    /** Those commands of labs that say nothing which is recorded; what is left out is told. */
    List<LabCommand> without(List<LabCommand> commands, List<String> told) {
        List<LabCommand> kept = new ArrayList<>();
        for (LabCommand command : commands) {
            LabCommand rest = RuleDump.withoutTables(command, table -> place(table, command, told));
            boolean left = rest == null;
            for (Statement statement : left ? List.<Statement>of() : Statement.of(rest)) {
                left |= !left && place(statement, command, told);
            }
            if (!left) {
                kept.add(rest);
            }
        }
        return kept;
    }

    /** Whether it is recorded; then it is told. */
    private boolean place(Statement statement, LabCommand command, List<String> told) {
        SourcePosition recorded = places.get(statement);
        if (recorded != null) {
            told.add(command.position() + ": left out: " + command.argv().get(0) + " says what " + recorded
                    + " records: " + statement);
        }
        return recorded != null;
    }
}
