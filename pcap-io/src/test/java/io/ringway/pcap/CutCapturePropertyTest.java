package io.ringway.pcap;

import static io.ringway.pcap.Captures.frame;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringway.pcap.Captures.Read;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Captures cut at every single byte: what lies before the cut is delivered, and the cut is told. */
class CutCapturePropertyTest {
    @Test
    void losesNoFrameBeforeTheCutOfAPcap() throws IOException {
        ByteBuilder capture = new ByteBuilder(true).pcapHeader(0xa1b2c3d4L, 1);
        List<Integer> wholeAt = new ArrayList<>(List.of(24));
        for (int i = 0; i < 12; i++) {
            capture.pcapRecord(i, 0, frame(i, 14 + 17 * i));
            wholeAt.add(capture.build().length);
        }
        cutEverywhere(capture.build(), 24, wholeAt, wholeAt);
    }

    @Test
    void losesNoFrameBeforeTheCutOfAPcapng() throws IOException {
        ByteBuilder capture = new ByteBuilder(false);
        List<Integer> blocksAt = new ArrayList<>();
        List<Integer> framesAt = new ArrayList<>();
        blocksAt.add(capture.section().build().length);
        int headerBytes = blocksAt.get(0);
        framesAt.add(headerBytes);
        blocksAt.add(capture.ethernet().build().length);
        for (int i = 0; i < 9; i++) {
            byte[] data = frame(i, 14 + 17 * i);
            switch (i % 3) {
                case 0 -> capture.enhanced(0, i, data);
                case 1 -> capture.obsolete(0, i, data);
                default -> capture.simple(data, data.length);
            }
            blocksAt.add(capture.build().length);
            framesAt.add(capture.build().length);
            blocksAt.add(capture.block(0x0bad, new byte[9]).build().length);
        }
        blocksAt.add(capture.section().build().length);
        cutEverywhere(capture.build(), headerBytes, blocksAt, framesAt);
    }

    /**
     * @param wholeAt lengths at which a cut leaves a whole capture
     * @param framesAt the length that holds 0, 1, 2 … frames
     */
    private static void cutEverywhere(byte[] capture, int headerBytes, List<Integer> wholeAt, List<Integer> framesAt)
            throws IOException {
        List<String> all = Captures.readAll(capture).stream().map(Read::text).toList();
        assertThat(all).hasSize(framesAt.size() - 1);
        for (int length = 0; length <= capture.length; length++) {
            byte[] cut = Arrays.copyOf(capture, length);
            if (length < headerBytes) {
                assertThatThrownBy(() -> Captures.readAll(cut))
                        .as("cut at %d", length)
                        .isInstanceOf(CaptureFormatException.class);
                continue;
            }
            int bytes = length;
            int frames = (int) framesAt.stream().filter(at -> at <= bytes).count() - 1;
            try (CaptureReader reader = Captures.open(cut)) {
                assertThat(Captures.readAll(reader).stream().map(Read::text))
                        .as("cut at %d", length)
                        .isEqualTo(all.subList(0, frames));
                if (wholeAt.contains(length) || length == capture.length) {
                    assertThat(reader.truncation()).as("cut at %d", length).isNull();
                } else {
                    assertThat(reader.truncation()).as("cut at %d", length).contains("cut off", " at byte ");
                }
            }
        }
    }
}
