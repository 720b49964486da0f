package io.ringway.nat.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringway.nat.rules.extension.NamespaceState;
import io.ringway.nat.set.IpSets;
import io.ringway.nat.set.IpsetAnswer;
import io.ringway.nat.set.IpsetTool;
import io.ringway.packet.Randomness;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Holds rules that name sets, and sets that rules name, against what iptables 1.8.9 and ipset 7.17 answered. */
final class SetRulesGoldenTest {
    private IpSets sets;
    private RuleTables tables;

    @Test
    void answersLikeTheRealTools() {
        List<String> differences = new ArrayList<>();
        Transcript transcript = Transcript.load(IpsetTool.class, "rules");
        for (Transcript.Step step : transcript.steps()) {
            if (step.fresh()) {
                sets = new IpSets(() -> 0, new Randomness(1));
                tables = new RuleTables(new NamespaceState(null, sets));
            }
            String actual = answer(step).stripTrailing();
            String expected = (step.output().stripTrailing() + status(step.status())).stripTrailing();
            if (!actual.equals(expected)) {
                differences.add("rules:" + step.line() + " $ " + step.command() + "\nexpected " + expected
                        + "\nbut was  " + actual);
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
            return switch (words.get(0)) {
                case "iptables" -> {
                    IptablesCommand command = IptablesCommand.parse(args, sets);
                    yield command.run(tables) + command.warnings();
                }
                case "iptables-save" -> tables.save(args.isEmpty() ? null : args.get(1), false);
                case "iptables-restore" ->
                    tables.restore(step.input(), new RestoreOptions(args.contains("-n"), false, false, null));
                default -> {
                    IpsetAnswer answer = IpsetTool.run(args, step.input(), sets);
                    yield (answer.stdout() + answer.stderr()).stripTrailing() + status(answer.exitCode());
                }
            };
        } catch (IptablesException e) {
            return e.getMessage().stripTrailing() + status(e.exitCode());
        }
    }

    private static String status(int status) {
        return status == 0 ? "" : "\n? " + status;
    }
}
