package io.ringway.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringway.replay.report.ReplayReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many frames are read ahead never shows, nor does a second run: every capture, the state and all counts agree. */
class DemoInvisibilityTest {
    @TempDir
    Path folder;

    /** What a run left: digests of its files, and its counts. */
    private record Outcome(Map<String, String> files, Map<String, Long> dropped, long translated, long originated) {}

    @Test
    void theDemoIsTheSameToTheByteForAnyBatchAndEveryTime() throws IOException {
        Outcome first = run("first", 256);
        assertThat(first.files()).hasSizeGreaterThan(10).containsKey("state.json");
        assertThat(first.translated()).isPositive();
        assertThat(run("again", 256)).isEqualTo(first);
        for (int batch : new int[] {1, 7}) {
            assertThat(run("batch" + batch, batch)).as("batch " + batch).isEqualTo(first);
            assertThat(run("again" + batch, batch))
                    .as("batch " + batch + " again")
                    .isEqualTo(first);
        }
    }

    @Test
    void theStateCountsWhatTheRulesTook() throws IOException {
        run("one", 256);
        assertThat(folder.resolve("one/state.json"))
                .content()
                .containsPattern(":FORWARD DROP \\[[1-9]")
                .containsPattern("\\[[1-9][0-9]*:[0-9]+\\] -A POSTROUTING .* -j MASQUERADE");
    }

    private Outcome run(String name, int batch) throws IOException {
        Path output = Files.createDirectory(folder.resolve(name));
        ReplayReport report = DemoRun.feed(DemoRun.load(), batch)
                .outDir(output)
                .state(output.resolve("state.json"))
                .run();
        return new Outcome(
                DemoRun.digests(output), report.dropped(), report.translatedFrames(), report.originatedFrames());
    }
}
