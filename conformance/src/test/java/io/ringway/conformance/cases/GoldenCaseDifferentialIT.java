package io.ringway.conformance.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ringway.conformance.Unsteady;
import io.ringway.conformance.Untested;
import io.ringway.conformance.kernel.ThrowAwayWorld;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The kernel of this machine judges each folder of {@code conformance/cases} again, all of them in one process. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GoldenCaseDifferentialIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final int SHARES = 2;

    /** More that differ at once are not the machine's doing. */
    private static final int MOST_UNSTEADY = 6;

    @TempDir
    private static Path outputs;

    private final Map<String, String> answers = new TreeMap<>();

    /** Whoever starts a world must outlive it: this waits for its end. */
    @BeforeAll
    @Timeout(400)
    void runAllCases() throws IOException, InterruptedException {
        Untested.unlessKernelJudges(GoldenCaseDifferentialIT.class);
        answers.putAll(run(names(cases())));
        List<String> different = names(cases()).stream()
                .filter(name -> !isLikeTheKernel(answers.get(name)))
                .toList();
        Map<String, String> again = new TreeMap<>();
        for (int i = 0; i < Unsteady.AGAIN && !different.isEmpty() && different.size() <= MOST_UNSTEADY; i++) {
            Map<String, String> more = run(different);
            different = different.stream()
                    .filter(name -> isLikeTheKernel(more.get(name)))
                    .toList();
            again = more;
        }
        for (String name : different) {
            if (isLikeTheKernel(again.get(name))) {
                Unsteady.tell(GoldenCaseDifferentialIT.class, name + ": " + answers.get(name));
                answers.put(name, again.get(name));
            }
        }
    }

    private static List<String> names(List<GoldenCase> cases) {
        return cases.stream().map(GoldenCase::name).toList();
    }

    private static boolean isLikeTheKernel(String answer) {
        try {
            return answer != null
                    && answer.startsWith("{")
                    && JSON.readTree(answer).get("passed").asBoolean();
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * What was said of each case by its name. Two processes share them: each keeps to a processor, so that timers fire in
     * the order of one wheel.
     */
    private static Map<String, String> run(List<String> names) throws IOException, InterruptedException {
        Map<Process, Path> processes = new LinkedHashMap<>();
        for (int share = 0; share < Math.min(SHARES, names.size()); share++) {
            List<String> arguments = new ArrayList<>(List.of("compare", GoldenCaseTest.CASES.toString()));
            for (int i = share; i < names.size(); i += SHARES) {
                arguments.add(names.get(i));
            }
            Path output = Files.createTempFile(outputs, "share", ".tsv");
            Process process = ThrowAwayWorld.builder(CasesProgram.class, arguments)
                    .redirectError(Redirect.INHERIT)
                    .redirectOutput(output.toFile())
                    .start();
            processes.put(process, output);
        }
        Map<String, String> said = new TreeMap<>();
        for (Map.Entry<Process, Path> one : processes.entrySet()) {
            one.getKey().waitFor();
            for (String line : Files.readAllLines(one.getValue())) {
                int tab = line.indexOf('\t');
                said.put(line.substring(0, Math.max(0, tab)), line.substring(tab + 1));
            }
        }
        return said;
    }

    static List<GoldenCase> cases() throws IOException {
        List<GoldenCase> cases = new ArrayList<>();
        for (GoldenCase golden : GoldenCaseTest.cases()) {
            if (golden.isAskedAgain()) {
                cases.add(golden);
            }
        }
        return cases;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isLikeTheKernel(GoldenCase golden) throws IOException {
        String answer = answers.get(golden.name());
        assertThat(answer).as("what was said of %s", golden.name()).startsWith("{");
        JsonNode report = JSON.readTree(answer);
        assertThat(report.get("passed").asBoolean()).as(report.toPrettyString()).isTrue();
    }
}
