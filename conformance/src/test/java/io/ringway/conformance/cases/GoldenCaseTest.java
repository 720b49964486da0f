package io.ringway.conformance.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringway.conformance.ConformReport;
import io.ringway.conformance.ConformText;
import io.ringway.lab.LabCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The kernel's recorded answers judge the model: one test for each folder of {@code conformance/cases}. */
class GoldenCaseTest {
    static final Path CASES = Path.of("cases");

    /** Case names by drop reason. */
    private static final Map<String, Set<String>> MET = new ConcurrentSkipListMap<>();

    /** Which reasons the cases meet, for whoever looks for those that none does. */
    @AfterAll
    static void writeDropReasons() throws IOException {
        List<String> lines = new ArrayList<>();
        MET.forEach((reason, names) -> lines.add(reason + ": " + String.join(" ", names)));
        Files.write(Path.of("target/golden-drop-reasons.txt"), lines);
    }

    /** All of them; the mutant gate names the few that have to notice a fault ({@code -Dringway.golden=AREA/NAME,…}). */
    static List<GoldenCase> cases() throws IOException {
        List<String> wanted = List.of(System.getProperty("ringway.golden", "").split(","));
        return GoldenCase.all(CASES).stream()
                .filter(golden -> wanted.contains("") || wanted.contains(golden.name()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isLikeTheRecordedKernel(GoldenCase golden) throws IOException {
        ConformReport report = GoldenJudge.judge(
                golden,
                UnaryOperator.identity(),
                reason -> MET.computeIfAbsent(reason.kernelName(), name -> new TreeSet<>())
                        .add(golden.name()));
        assertThat(report.passed()).as(() -> text(golden, report)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isDescribed(GoldenCase golden) throws IOException {
        assertThat(golden.shows()).hasSizeBetween(40, 600);
    }

    @Test
    void catchesAnInterfaceThatAnswersOtherwise() throws IOException {
        ConformReport report = judge("bridge/learn", "va up", "va down");
        assertThat(report.passed()).isFalse();
        assertThat(report.firstFrame().get(0))
                .contains("after injected frame 1 at a:eth0")
                .contains("only the kernel has a frame");
        assertThat(report.firstFrame()).contains("the model's trace:");
    }

    @Test
    void catchesStateThatOnlyDiffers() throws IOException {
        ConformReport report = judge("bridge/learn", "02:00:00:00:00:01", "02:00:00:00:00:02");
        assertThat(report.differingFrames()).isZero();
        assertThat(report.differences()).anyMatch(line -> line.contains("host link: br0/address: kernel 02:00"));
        assertThat(report.passed()).isFalse();
    }

    @Test
    void refusesARecordingOfOtherTraffic(@TempDir Path folder) throws IOException {
        Path copy = Files.createDirectories(folder.resolve("bridge/learn"));
        Path original = CASES.resolve("bridge/learn");
        try (Stream<Path> files = Files.walk(original)) {
            for (Path file : files.toList()) {
                if (!file.equals(original)) {
                    Files.copy(file, copy.resolve(original.relativize(file).toString()));
                }
            }
        }
        GoldenCase golden = GoldenCase.all(folder).get(0);
        assertThat(GoldenJudge.judge(golden).passed()).isTrue();
        Files.writeString(copy.resolve("lab.sh"), Files.readString(copy.resolve("lab.sh")) + "true\n");
        assertThatThrownBy(() -> GoldenJudge.judge(golden))
                .hasMessageContaining("bridge/learn: its lab or traffic changed since it was recorded");
    }

    private static ConformReport judge(String name, String words, String others) throws IOException {
        GoldenCase golden = new GoldenCase(name, CASES.resolve(name));
        return GoldenJudge.judge(golden, command -> planted(command, words, others), reason -> {});
    }

    private static LabCommand planted(LabCommand command, String words, String others) {
        String line = String.join(" ", command.argv());
        if (!line.contains(words)) {
            return command;
        }
        List<String> argv = List.of(line.replace(words, others).split(" ", -1));
        return new LabCommand(
                command.position(), command.namespace(), argv, command.positions(), null, command.background());
    }

    private static String text(GoldenCase golden, ConformReport report) {
        return golden.name() + "\n" + String.join("\n", ConformText.lines(report));
    }
}
