package io.ringway.replay.scale;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A little of what {@code ./check --long} does with a million conversations. */
class ManyConversationsRunTest {
    private static final ConversationCapture CAPTURE = new ConversationCapture(16_000, 5, 1000, 20_000, 1);

    @TempDir
    private Path folder;

    @Test
    void eachIsCompleteAndTakesLessThan300Bytes() throws IOException {
        Path file = folder.resolve("many.pcap");
        CAPTURE.write(file);
        MeteredReplay run = new MeteredReplay(Mode.BOUND, CAPTURE, file).run();
        assertThat(run.complete()).isEqualTo(CAPTURE.conversations());
        assertThat(run.bytesOfReplay()).isPositive().isLessThan(Million.MOST_BYTES);
    }
}
