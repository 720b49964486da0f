package io.ringway.pcap;

import static io.ringway.pcap.Captures.frame;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringway.packet.CapturedWay;
import io.ringway.packet.Frame;
import io.ringway.packet.FramePool;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The blocks of a pcapng that was written, by hand and by our own reader. */
class PcapngWriterTest {
    private static final long TIME_NS = 1_700_000_000_123_456_789L;

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("x.pcapng");
    }

    private PcapngWriter create() throws IOException {
        return PcapngWriter.create(file(), "hard", "os", "app");
    }

    @Test
    void isReadBackWithTimesDirectionsAndBytes() throws IOException {
        try (PcapngWriter writer = create()) {
            int a = writer.addInterface("web:eth0", "veth in web", 0x0200_0000_0001L);
            int b = writer.addInterface("host:eth0", "veth in host", 0x0200_0000_0002L);
            writer.write(a, TIME_NS, frame(1, 61), CapturedWay.SENT, List.of("dropped", "why"));
            writer.write(b, TIME_NS + 1, frame(2, 62), CapturedWay.RECEIVED, List.of());
            writer.write(b, TIME_NS + 2, frame(3, 64), CapturedWay.UNKNOWN, List.of());
            assertThat(writer.frames()).isEqualTo(3);
            writer.commit();
        }
        FramePool pool = new FramePool();
        List<String> read = new ArrayList<>();
        try (CaptureReader reader = CaptureReader.open(file())) {
            for (Frame frame = reader.next(pool); frame != null; frame = reader.next(pool)) {
                read.add(frame.timestampNs() - TIME_NS + " " + frame.length() + " "
                        + frame.history().capturedWay());
                frame.free();
            }
            assertThat(reader.truncation()).isNull();
        }
        assertThat(read).containsExactly("0 61 SENT", "1 62 RECEIVED", "2 64 UNKNOWN");
    }

    @Test
    void everyBlockIsAsLongAsItSaysTwiceAndPadded() throws IOException {
        try (PcapngWriter writer = create()) {
            for (int i = 0; i < 9; i++) {
                int number = writer.addInterface("n".repeat(i), "d".repeat(i * 2), i);
                writer.write(number, i, frame(i, 14 + i), CapturedWay.SENT, List.of("c".repeat(i), ""));
                writer.statistics(number, 1, 2, i);
            }
            writer.names(Collections.emptyMap());
            writer.commit();
        }
        assertThat(types()).hasSize(28).startsWith(0x0a0d0d0a, 1, 6, 5, 1, 6, 5);
    }

    @Test
    void keepsNamesOfManyAddressesInBlocksOfAnEasySize() throws IOException {
        TreeMap<Integer, List<String>> names = new TreeMap<>();
        for (int i = 0; i < 4000; i++) {
            names.put(0x0a00_0000 + i, List.of("host-" + i, "other"));
        }
        try (PcapngWriter writer = create()) {
            writer.names(names);
            writer.commit();
        }
        assertThat(types()).hasSizeBetween(3, 10).contains(4);
        ByteBuffer first = ByteBuffer.wrap(Files.readAllBytes(file())).order(ByteOrder.LITTLE_ENDIAN);
        int names1 = first.getInt(4) + 8;
        assertThat(first.getShort(names1)).isEqualTo((short) 1);
        assertThat(first.getShort(names1 + 2)).isEqualTo((short) (4 + "host-0\0other\0".length()));
        assertThat(first.get(names1 + 4)).isEqualTo((byte) 10);
    }

    @Test
    void cutsACommentOfAnyLengthWhereACharacterEnds() throws IOException {
        List<String> many = Collections.nCopies(40, "é".repeat(100_000));
        try (PcapngWriter writer = create()) {
            int number = writer.addInterface("a:b", "", 0);
            writer.write(number, 1, frame(1, 65_000), CapturedWay.SENT, many);
            writer.commit();
        }
        assertThat(types()).containsExactly(0x0a0d0d0a, 1, 6);
        assertThat(Files.size(file())).isBetween(65_000L + 16 * 4000, 65_000L + 16 * 4200);
    }

    @Test
    void leavesNothingWithoutACommit() throws IOException {
        try (PcapngWriter writer = create()) {
            writer.addInterface("a:b", "", 0);
            writer.flush();
        }
        try (var left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void refusesToWriteOnAfterTheCommit() throws IOException {
        PcapngWriter writer = create();
        writer.commit();
        assertThatThrownBy(() -> writer.addInterface("a:b", "", 0))
                .isInstanceOf(CaptureIoException.class)
                .hasMessageContaining("closed");
    }

    /** The blocks' types, each checked for its two lengths. */
    private List<Integer> types() throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file())).order(ByteOrder.LITTLE_ENDIAN);
        List<Integer> types = new ArrayList<>();
        int at = 0;
        while (at < bytes.limit()) {
            int length = bytes.getInt(at + 4);
            assertThat(length % 4).isZero();
            assertThat(bytes.getInt(at + length - 4)).isEqualTo(length);
            types.add(bytes.getInt(at));
            at += length;
        }
        assertThat(at).isEqualTo(bytes.limit());
        return types;
    }
}
