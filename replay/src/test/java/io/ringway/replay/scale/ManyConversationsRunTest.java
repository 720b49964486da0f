package io.ringway.replay.scale;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A little of what {@code ./check --long} does with a million conversations. */
class ManyConversationsRunTest {
    private static final ConversationCapture CAPTURE = new ConversationCapture(6000, 5, 300, 20_000, 1);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(names = {"BOUND", "COMPARED"})
    void eachIsCompleteAndTakesLessThan300Bytes(Mode mode) throws IOException {
        Path file = folder.resolve("many.pcap");
        CAPTURE.write(file);
        MeteredReplay run = new MeteredReplay(mode, CAPTURE, file).run();
        long unlike = CAPTURE.conversations() - run.complete();
        if (mode == Mode.COMPARED) {
            assertThat(unlike).isBetween(15L, 60L);
            assertThat(run.bytesOfOutcomes()).isPositive().isLessThan(Million.MOST_BYTES);
        } else {
            assertThat(unlike).isZero();
            assertThat(run.bytesOfReplay()).isPositive().isLessThan(Million.MOST_BYTES);
        }
    }
}
