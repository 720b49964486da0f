package io.ringway.lab.snapshot;

import io.ringway.lab.LabCommand;
import java.util.List;
import java.util.function.Predicate;

/** A dump of {@code iptables-save}, table by table. */
final class RuleDump {
    private RuleDump() {}

    /**
     * The command that loads a dump, without some of its tables; null when none is left. Any other command as it is.
     *
     * @param unwanted is asked for each table once
     */
    static LabCommand withoutTables(LabCommand command, Predicate<Statement> unwanted) {
        boolean dump = command.argv().get(0).equals("iptables-restore");
        List<Statement> tables = dump ? Statement.of(command) : List.of();
        List<String> gone =
                tables.stream().filter(unwanted).map(Statement::what).toList();
        if (gone.isEmpty()) {
            return command;
        }
        if (gone.size() == tables.size()) {
            return null;
        }
        StringBuilder rest = new StringBuilder();
        boolean skipping = false;
        for (String line : command.stdin().split("\n", -1)) {
            skipping = line.startsWith("*") ? gone.contains(line.substring(1)) : skipping;
            // The same number of lines, so that messages name the right one.
            rest.append(skipping ? "" : line).append('\n');
        }
        return new LabCommand(
                command.position(),
                command.namespace(),
                command.argv(),
                command.positions(),
                rest.toString(),
                command.background(),
                command.filters(),
                command.flow());
    }
}
