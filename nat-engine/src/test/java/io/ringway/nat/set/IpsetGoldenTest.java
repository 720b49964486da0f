package io.ringway.nat.set;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringway.nat.rules.Transcript;
import io.ringway.packet.Randomness;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds every answer against what ipset 7.17 answered on a real kernel. */
final class IpsetGoldenTest {
    private static final Pattern TIMEOUT = Pattern.compile("timeout (\\d+)");

    private IpSets sets;

    @ParameterizedTest
    @ValueSource(strings = {"create", "members", "extensions", "generated"})
    void answersLikeTheRealTool(String name) {
        List<String> differences = new ArrayList<>();
        Transcript transcript = Transcript.load(IpsetGoldenTest.class, name);
        for (Transcript.Step step : transcript.steps()) {
            if (step.fresh()) {
                sets = new IpSets(() -> 0, new Randomness(1));
            }
            List<String> words = Transcript.words(step.command());
            IpsetAnswer answer = IpsetTool.run(words.subList(1, words.size()), step.input(), sets);
            String actual = (answer.stdout() + answer.stderr()).stripTrailing() + "\n? " + answer.exitCode();
            String expected = step.output().stripTrailing() + "\n? " + step.status();
            if (!actual.equals(expected) && !aged(actual, expected)) {
                differences.add(name + ":" + step.line() + " $ " + step.command() + "\n" + step.input() + "expected "
                        + expected + "\nbut was  " + actual);
            }
        }
        assertThat(differences)
                .as("%d of %d answers", differences.size(), transcript.steps().size())
                .isEmpty();
    }

    /** Whether the two differ by the second that the recording took. */
    private static boolean aged(String actual, String expected) {
        Matcher then = TIMEOUT.matcher(expected);
        String same = TIMEOUT.matcher(actual).replaceAll(now -> {
            boolean younger = then.find() && Long.parseLong(now.group(1)) == Long.parseLong(then.group(1)) + 1;
            return younger ? then.group() : now.group();
        });
        return same.equals(expected);
    }
}
