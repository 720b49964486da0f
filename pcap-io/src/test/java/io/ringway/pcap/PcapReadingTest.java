package io.ringway.pcap;

import static io.ringway.pcap.Captures.frame;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringway.packet.Frame;
import io.ringway.packet.FramePool;
import io.ringway.packet.PoolExhaustedException;
import io.ringway.pcap.Captures.Read;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PcapReadingTest {
    private static final byte[] FIRST = frame(1, 60);
    private static final byte[] SECOND = frame(2, 1514);

    private static ByteBuilder little() {
        return new ByteBuilder(true).pcapHeader(0xa1b2c3d4L, 1);
    }

    @ParameterizedTest
    @CsvSource({"a1b2c3d4,true,1000", "a1b2c3d4,false,1000", "a1b23c4d,true,1", "a1b23c4d,false,1"})
    void readsBothPrecisionsInBothByteOrders(String magic, boolean littleEndian, long unitNs) throws IOException {
        byte[] capture = new ByteBuilder(littleEndian)
                .pcapHeader(Long.parseLong(magic, 16), 1)
                .pcapRecord(1_700_000_000, 123_456, FIRST)
                .pcapRecord(1_700_000_001, 999_999, SECOND)
                .build();
        List<Read> frames = Captures.readAll(capture);
        assertThat(frames).hasSize(2);
        assertThat(frames.get(0).bytes()).isEqualTo(FIRST);
        assertThat(frames.get(1).bytes()).isEqualTo(SECOND);
        assertThat(frames.get(0).timestampNs()).isEqualTo(1_700_000_000_000_000_000L + 123_456 * unitNs);
        assertThat(frames.get(1).timestampNs()).isEqualTo(1_700_000_001_000_000_000L + 999_999 * unitNs);
    }

    @Test
    void countsSecondsWithoutSignUpTo2106() throws IOException {
        byte[] capture = little().pcapRecord(0xffff_ffffL, 0, FIRST).build();
        assertThat(Captures.readAll(capture).get(0).timestampNs()).isEqualTo(4_294_967_295_000_000_000L);
    }

    @Test
    void tellsHowLongASnappedFrameWasOnTheWire() throws IOException {
        byte[] capture =
                little().pcapRecord(1, 0, FIRST, 1514).pcapRecord(1, 0, FIRST).build();
        try (CaptureReader reader = Captures.open(capture)) {
            List<Read> frames = Captures.readAll(reader);
            assertThat(frames.get(0).originalLength()).isEqualTo(1514);
            assertThat(frames.get(0).bytes()).isEqualTo(FIRST);
            assertThat(reader.snapped()).isEqualTo(1);
            assertThat(reader.frames()).isEqualTo(2);
            assertThat(reader.truncation()).isNull();
        }
    }

    @Test
    void cutsTheFrameCheckSequenceOffThatTheLinkTypeFieldAnnounces() throws IOException {
        byte[] capture = new ByteBuilder(true)
                .pcapHeader(0xa1b2c3d4L, 0x2400_0001L)
                .pcapRecord(1, 0, frame(3, 64))
                .pcapRecord(1, 0, frame(3, 62), 64)
                .pcapRecord(1, 0, frame(3, 50), 64)
                .build();
        try (CaptureReader reader = Captures.open(capture)) {
            assertThat(Captures.readAll(reader))
                    .extracting(read -> read.bytes().length)
                    .containsExactly(60, 60, 50);
            assertThat(reader.snapped()).isEqualTo(1);
        }
    }

    @Test
    void ignoresAFrameCheckSequenceLengthThatIsNotDeclaredValid() throws IOException {
        byte[] capture = new ByteBuilder(true)
                .pcapHeader(0xa1b2c3d4L, 0x2000_0001L)
                .pcapRecord(1, 0, FIRST)
                .build();
        assertThat(Captures.readAll(capture).get(0).bytes()).isEqualTo(FIRST);
    }

    @Test
    void deliversFramesOfNoBytesAndOfTheLongestPossible() throws IOException {
        byte[] longest = frame(4, FramePool.MAX_FRAME_BYTES);
        byte[] capture =
                little().pcapRecord(1, 0, new byte[0]).pcapRecord(1, 0, longest).build();
        assertThat(Captures.readAll(capture)).extracting(Read::bytes).containsExactly(new byte[0], longest);
    }

    @Test
    void stopsAtARecordLongerThanAFrameCanBe() throws IOException {
        byte[] capture = little().pcapRecord(1, 0, FIRST)
                .u32(1)
                .u32(0)
                .u32(0xffff_ffffL)
                .u32(60)
                .raw(SECOND)
                .build();
        FramePool pool = new FramePool();
        Frame[] out = new Frame[8];
        try (CaptureReader reader = Captures.open(capture)) {
            assertThat(reader.readBurst(pool, out, 8)).isEqualTo(1);
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(() -> reader.readBurst(pool, out, 8))
                        .isInstanceOf(CaptureFormatException.class)
                        .hasMessage("test.pcap: damaged after frame 1, at byte 100: a frame of 4294967295 bytes, "
                                + "where the longest possible one has 65553");
            }
        }
    }

    @Test
    void saysWhereACaptureWasCutOff() throws IOException {
        byte[] whole = little().pcapRecord(1, 0, FIRST).pcapRecord(2, 0, SECOND).build();
        byte[] cut = java.util.Arrays.copyOf(whole, whole.length - 514);
        try (CaptureReader reader = Captures.open(cut)) {
            assertThat(Captures.readAll(reader)).hasSize(1);
            assertThat(reader.truncation())
                    .isEqualTo(
                            "test.pcap: cut off after frame 1, at byte 100: of the next 1530 bytes only 1016 are there");
        }
    }

    @Test
    void peeksTheNextTimestampWithoutTakingTheFrame() throws IOException {
        FramePool pool = new FramePool();
        try (CaptureReader reader =
                Captures.open(little().pcapRecord(7, 0, FIRST).build())) {
            assertThat(reader.peekTimestampNs()).isEqualTo(7_000_000_000L);
            assertThat(reader.peekTimestampNs()).isEqualTo(7_000_000_000L);
            assertThat(reader.frames()).isZero();
            assertThat(reader.next(pool).toBytes()).isEqualTo(FIRST);
            assertThat(reader.hasNext()).isFalse();
            assertThat(reader.peekTimestampNs()).isEqualTo(CaptureReader.NONE_LEFT);
            assertThat(reader.next(pool)).isNull();
        }
    }

    @Test
    void losesNoFrameToAnExhaustedPool() throws IOException {
        ByteBuilder capture = little();
        for (int i = 0; i < 2000; i++) {
            capture.pcapRecord(i, 0, frame(i, 60));
        }
        FramePool pool = new FramePool(3 << 20);
        Frame[] out = new Frame[2000];
        try (CaptureReader reader = Captures.open(capture.build())) {
            int first = reader.readBurst(pool, out, 2000);
            assertThat(first).isBetween(1, 1999);
            assertThatThrownBy(() -> reader.readBurst(pool, out, 2000)).isInstanceOf(PoolExhaustedException.class);
            for (int i = 0; i < first; i++) {
                out[i].free();
            }
            assertThat(reader.readBurst(pool, out, 1)).isEqualTo(1);
            assertThat(out[0].toBytes()).isEqualTo(frame(first, 60));
        }
    }

    @Test
    void readsTheSameInBurstsOfAnySize() throws IOException {
        ByteBuilder capture = little();
        for (int i = 0; i < 4000; i++) {
            capture.pcapRecord(i, 0, frame(i, 14 + i % 1500));
        }
        byte[] bytes = capture.build();
        List<String> expected = Captures.readAll(bytes).stream().map(Read::text).toList();
        for (int burst : new int[] {1, 7, 256}) {
            Frame[] out = new Frame[burst];
            FramePool pool = new FramePool();
            int at = 0;
            try (CaptureReader reader = Captures.open(bytes)) {
                for (int count = reader.readBurst(pool, out, burst);
                        count > 0;
                        count = reader.readBurst(pool, out, burst)) {
                    for (int i = 0; i < count; i++) {
                        int length = out[i].length();
                        assertThat(new Read(out[i].timestampNs(), out[i].toBytes(), length).text())
                                .isEqualTo(expected.get(at++));
                        out[i].free();
                    }
                }
            }
            assertThat(at).isEqualTo(4000);
            assertThat(pool.freeCells()).isEqualTo(pool.totalCells());
        }
    }
}
