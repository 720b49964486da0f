package io.ringway.replay.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** Every input that fuzzing found worth keeping, and every one that ever failed, still passes. */
class FuzzCorpusTest {
    private static final Path CORPUS = Path.of("src/test/fuzz");

    @Test
    void framesAreForwardedOrDroppedButNeverLostNorThrown() throws IOException {
        assertThat(passes("ForwardPathFuzzer", ForwardPathFuzzer::fuzzerTestOneInput))
                .isGreaterThan(500);
    }

    @Test
    void capturesAreReadOrRefusedWithAWord() throws IOException {
        assertThat(passes("CaptureFuzzer", CaptureFuzzer::fuzzerTestOneInput)).isGreaterThan(100);
    }

    @Test
    void labsAreDoneOrRefusedWithTheirPlace() throws IOException {
        assertThat(passes("LabFuzzer", LabFuzzer::fuzzerTestOneInput)).isGreaterThan(500);
    }

    @Test
    void aLostFrameIsNoticed() {
        FuzzedHost host = new FuzzedHost();
        host.check();
        host.takeAFrameAway();
        assertThatThrownBy(host::check).hasMessage("1 frames in use, 0 held by the accounts");
    }

    private static int passes(String fuzzer, Consumer<byte[]> entry) throws IOException {
        int inputs = 0;
        try (InputStream file = Files.newInputStream(CORPUS.resolve(fuzzer + ".zip"));
                ZipInputStream zip = new ZipInputStream(file)) {
            for (ZipEntry next = zip.getNextEntry(); next != null; next = zip.getNextEntry()) {
                byte[] input = zip.readAllBytes();
                try {
                    entry.accept(input);
                } catch (RuntimeException e) {
                    throw new AssertionError(fuzzer + " " + next.getName(), e);
                }
                inputs++;
            }
        }
        return inputs;
    }
}
