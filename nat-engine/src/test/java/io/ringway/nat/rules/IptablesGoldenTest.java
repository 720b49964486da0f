package io.ringway.nat.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds every answer against what iptables 1.8.9 answered on a real kernel. */
final class IptablesGoldenTest {
    private RuleTables tables;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limits",
                "hashlimit",
                "connbytes",
                "connlimit",
                "recent",
                "addrtype",
                "conntrack",
                "refusals",
                "matches",
                "forms",
                "tables",
                "counters",
                "restore",
                "absent",
                "generated",
                "mark",
                "nat",
                "headers",
                "transports",
                "payload",
                "quota",
                "helper",
                "host",
                "reject",
                "bad-input",
                "log",
                "physdev",
                "alterations",
                "drawn",
                "listing"
            })
    void answersLikeTheRealTool(String name) {
        List<String> differences = new ArrayList<>();
        Transcript transcript = Transcript.load(name);
        for (Transcript.Step step : transcript.steps()) {
            if (step.fresh()) {
                tables = new RuleTables();
            }
            String expected = trimmed(step.output()) + status(step.status());
            String actual = answer(step);
            if (!actual.equals(expected)) {
                differences.add(name + ":" + step.line() + " $ " + step.command() + "\n" + step.input() + "expected "
                        + expected + "\nbut was  " + actual);
            }
        }
        assertThat(differences)
                .as("%d of %d answers", differences.size(), transcript.steps().size())
                .isEmpty();
    }

    private String answer(Transcript.Step step) {
        List<String> words = Transcript.words(step.command());
        List<String> args = words.subList(1, words.size());
        try {
            return trimmed(
                    switch (words.get(0)) {
                        case "iptables" -> {
                            IptablesCommand command = IptablesCommand.parse(args);
                            yield command.warnings() + command.run(tables);
                        }
                        case "iptables-save" -> save(args);
                        case "iptables-restore" -> restore(args, step.input());
                        default -> throw new AssertionError(step.command());
                    });
        } catch (IptablesException e) {
            return trimmed(e.getMessage()) + status(e.exitCode());
        }
    }

    private String save(List<String> args) {
        SaveOptions options = SaveOptions.parse("iptables-save", args);
        return options.answer() != null ? options.answer() : tables.save(options.table(), options.counters());
    }

    private String restore(List<String> args, String input) {
        RestoreOptions options = RestoreOptions.parse("iptables-restore", args);
        StringBuilder warnings = new StringBuilder();
        String printed = options.answer() != null ? options.answer() : tables.restore(input, options, warnings::append);
        return warnings + printed;
    }

    private static String status(int status) {
        return status == 0 ? "" : "\n? " + status;
    }

    private static String trimmed(String text) {
        return text.stripTrailing();
    }
}
