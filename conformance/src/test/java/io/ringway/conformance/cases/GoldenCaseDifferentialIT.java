package io.ringway.conformance.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ringway.conformance.Untested;
import io.ringway.conformance.kernel.ThrowAwayWorld;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The kernel of this machine judges each folder of {@code conformance/cases} again, all of them in one process. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GoldenCaseDifferentialIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, String> answers = new TreeMap<>();

    /** Whoever starts a world must outlive it: this waits for its end. */
    @BeforeAll
    @Timeout(300)
    void runAllCases() throws IOException, InterruptedException {
        Untested.unlessKernelJudges(GoldenCaseDifferentialIT.class);
        List<String> arguments = List.of("compare", GoldenCaseTest.CASES.toString());
        Process process = ThrowAwayWorld.builder(CasesProgram.class, arguments)
                .redirectError(Redirect.INHERIT)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        for (String line : printed.lines().toList()) {
            int tab = line.indexOf('\t');
            answers.put(line.substring(0, Math.max(0, tab)), line.substring(tab + 1));
        }
    }

    static List<GoldenCase> cases() throws IOException {
        return GoldenCaseTest.cases();
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
