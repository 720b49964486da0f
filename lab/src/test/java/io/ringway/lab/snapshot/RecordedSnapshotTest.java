package io.ringway.lab.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Snapshots of this project's labs on the kernel: the model that they make answers as the kernel did. */
class RecordedSnapshotTest {
    static String recorded(String name) throws IOException {
        try (InputStream packed = RecordedSnapshotTest.class.getResourceAsStream("/snapshot/" + name + ".snapshot.gz");
                InputStream text = new GZIPInputStream(packed)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @CsvSource("docker-isolation, 60")
    void theModelAnswersAsTheKernelDid(String name, int answers) throws IOException {
        SnapshotJudge judge = new SnapshotJudge(name, recorded(name));
        assertThat(judge.differences()).isEmpty();
        assertThat(judge.warnings()).isEmpty();
        assertThat(judge.compared()).isEqualTo(answers);
    }
}
