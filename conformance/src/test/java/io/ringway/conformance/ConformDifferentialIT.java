package io.ringway.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ringway.conformance.kernel.ThrowAwayWorld;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The kernel judges each lab under {@code src/test/labs}. */
class ConformDifferentialIT {
    private static final Path LABS = Path.of("src/test/labs");
    private static final ObjectMapper JSON = new ObjectMapper();

    @BeforeEach
    void needsTheKernel() {
        Untested.unlessKernelJudges(ConformDifferentialIT.class);
    }

    static List<Path> labs() throws IOException {
        try (Stream<Path> folders = Files.list(LABS)) {
            return folders.filter(folder -> Files.exists(folder.resolve("lab.sh")))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("labs")
    void isLikeTheKernel(Path lab) throws IOException, InterruptedException {
        JsonNode report = conform(lab.toString());
        assertThat(report.get("differences")).as(report.toPrettyString()).isEmpty();
        assertThat(report.get("passed").asBoolean()).as(report.toPrettyString()).isTrue();
        assertThat(report.get("injected").asInt()).isGreaterThan(50);
    }

    @Test
    void reportsARuleThatChangedOnOneSideOnly() throws IOException, InterruptedException {
        JsonNode report = conform(LABS.resolve("masquerade").toString(), "MASQUERADE", "ACCEPT");
        assertThat(report.get("passed").asBoolean()).isFalse();
        assertThat(report.get("differences").toString())
                .contains("-j MASQUERADE")
                .contains("-j ACCEPT");
        assertThat(report.get("first_frame").toString()).contains("ip.src").contains("the model's trace");
    }

    /** The thread that starts the world has to outlive it. */
    private static JsonNode conform(String... arguments) throws IOException, InterruptedException {
        Process process = ThrowAwayWorld.builder(LabFolder.class, List.of(arguments))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        assertThat(printed).as("what %s printed", String.join(" ", arguments)).startsWith("{");
        return JSON.readTree(printed);
    }
}
