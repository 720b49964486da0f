package io.ringway.pcap;

import static io.ringway.pcap.Captures.frame;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringway.pcap.Captures.Read;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PcapngReadingTest {
    private static final byte[] FIRST = frame(1, 61);
    private static final byte[] SECOND = frame(2, 1514);
    private static final long MICROSECONDS = 1_700_000_000_123_456L;

    private static ByteBuilder little() {
        return new ByteBuilder(true);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void readsEnhancedObsoleteAndSimplePacketsInBothByteOrders(boolean littleEndian) throws IOException {
        byte[] capture = new ByteBuilder(littleEndian)
                .section()
                .ethernet()
                .enhanced(0, MICROSECONDS, FIRST)
                .obsolete(0, MICROSECONDS + 1, SECOND)
                .simple(FIRST, FIRST.length)
                .build();
        List<Read> frames = Captures.readAll(capture);
        assertThat(frames).extracting(Read::bytes).containsExactly(FIRST, SECOND, FIRST);
        assertThat(frames)
                .extracting(Read::timestampNs)
                .containsExactly(MICROSECONDS * 1000, MICROSECONDS * 1000 + 1000, MICROSECONDS * 1000 + 1000);
    }

    @Test
    void readsSectionsOfDifferentByteOrderEachWithItsOwnInterfaces() throws IOException {
        byte[] nanoseconds = little().option(9, new byte[] {9}).endOfOptions().build();
        byte[] capture = new ByteBuilder(false)
                .section()
                .ethernet()
                .ethernet()
                .enhanced(1, 5, FIRST)
                .raw(little().section()
                        .anInterface(1, 0, nanoseconds)
                        .enhanced(0, 5, SECOND)
                        .build())
                .build();
        assertThat(Captures.readAll(capture)).extracting(Read::timestampNs).containsExactly(5000L, 5L);
        byte[] stale = new ByteBuilder(false)
                .section()
                .ethernet()
                .ethernet()
                .section()
                .ethernet()
                .enhanced(1, 5, FIRST)
                .build();
        assertThatThrownBy(() -> Captures.readAll(stale))
                .isInstanceOf(CaptureFormatException.class)
                .hasMessageContaining("a packet of interface 1, which was not declared");
    }

    @Test
    void givesEachInterfaceItsOwnResolutionAndOffset() throws IOException {
        byte[] binary = little().option(9, new byte[] {(byte) 0x8a}).build();
        byte[] offset = little().option(9, new byte[] {3})
                .option(14, little().number(1_000_000_000, 8).build())
                .build();
        byte[] capture = little().section()
                .ethernet()
                .anInterface(1, 0, binary)
                .anInterface(1, 0, offset)
                .enhanced(0, 1, FIRST)
                .enhanced(1, 1024 + 512, FIRST)
                .enhanced(2, 1, FIRST)
                .build();
        assertThat(Captures.readAll(capture))
                .extracting(Read::timestampNs)
                .containsExactly(1000L, 1_500_000_000L, 1_000_000_000_001_000_000L);
    }

    @Test
    void cutsTheFrameCheckSequenceOffThatTheInterfaceOrThePacketAnnounces() throws IOException {
        byte[] bits = little().option(13, new byte[] {32}).endOfOptions().build();
        byte[] flags = little().option(1, "a comment".getBytes(StandardCharsets.UTF_8))
                .option(2, little().u32(4 << 5).build())
                .endOfOptions()
                .build();
        byte[] capture = little().section()
                .anInterface(1, 0, bits)
                .ethernet()
                .enhanced(0, 0, frame(5, 64))
                .simple(frame(5, 64), 64)
                .enhanced(1, 0, frame(5, 64))
                .enhanced(1, 0, frame(5, 64), 64, flags)
                .build();
        assertThat(Captures.readAll(capture))
                .extracting(read -> read.bytes().length)
                .containsExactly(60, 60, 64, 60);
    }

    @Test
    void countsWhatTheSnapshotLengthCutIncludingSimplePackets() throws IOException {
        byte[] capture = little().section()
                .anInterface(1, 60, new byte[0])
                .enhanced(0, 0, Arrays.copyOf(FIRST, 60), 1000, new byte[0])
                .simple(Arrays.copyOf(FIRST, 60), 1514)
                .simple(Arrays.copyOf(FIRST, 42), 42)
                .build();
        try (CaptureReader reader = Captures.open(capture)) {
            assertThat(Captures.readAll(reader))
                    .extracting(read -> read.bytes().length + "/" + read.originalLength())
                    .containsExactly("60/1000", "60/1514", "42/42");
            assertThat(reader.snapped()).isEqualTo(2);
        }
    }

    @Test
    void skipsBlocksThatItDoesNotKnowOfAnySize() throws IOException {
        byte[] capture = little().section()
                .block(0x80000001L, new byte[0])
                .ethernet()
                .block(4, new byte[8])
                .block(0x0bad, new byte[3 << 20])
                .enhanced(0, 0, FIRST)
                .block(5, new byte[12])
                .build();
        try (CaptureReader reader = Captures.open(capture)) {
            assertThat(Captures.readAll(reader)).extracting(Read::bytes).containsExactly(FIRST);
            assertThat(reader.truncation()).isNull();
        }
    }

    @Test
    void refusesAForeignLinkTypeOnlyWhereAPacketHasIt() throws IOException {
        byte[] wlan =
                little().option(2, "wlan0".getBytes(StandardCharsets.UTF_8)).build();
        ByteBuilder capture =
                little().section().anInterface(105, 0, wlan).ethernet().enhanced(1, 0, FIRST);
        assertThat(Captures.readAll(capture.build())).hasSize(1);
        byte[] air = capture.enhanced(0, 0, FIRST).build();
        assertThatThrownBy(() -> Captures.readAll(air))
                .isInstanceOf(CaptureFormatException.class)
                .hasMessage(
                        "test.pcap: frame 2, at byte 176, is from interface 0 (wlan0) with link type IEEE802_11 (105)"
                                + " where only Ethernet, Linux cooked, raw IP and loopback can be replayed");
    }

    @ParameterizedTest
    @CsvSource({"13,with length 13", "8,with length 8", "20,20 at its head and 16 at its end"})
    void stopsAtABlockWhoseLengthsMakeNoSense(int length, String problem) {
        byte[] capture = little().section()
                .ethernet()
                .u32(0x0bad)
                .u32(length)
                .u32(0)
                .u32(0)
                .u32(16)
                .build();
        assertThatThrownBy(() -> Captures.readAll(capture))
                .isInstanceOf(CaptureFormatException.class)
                .hasMessageContaining("damaged before the first frame, at byte 48")
                .hasMessageContaining(problem);
    }

    @Test
    void stopsAtAPacketThatClaimsMoreThanItsBlockHolds() {
        byte[] body = little().u32(0)
                .u32(0)
                .u32(0)
                .u32(100)
                .u32(100)
                .raw(new byte[96])
                .build();
        byte[] capture = little().section().ethernet().block(6, body).build();
        assertThatThrownBy(() -> Captures.readAll(capture))
                .isInstanceOf(CaptureFormatException.class)
                .hasMessageContaining("100 captured bytes in a block of 128");
        byte[] simple = little().section().ethernet().simple(FIRST, 65).build();
        assertThatThrownBy(() -> Captures.readAll(simple))
                .isInstanceOf(CaptureFormatException.class)
                .hasMessageContaining("65 captured bytes in a block of 80");
    }

    @Test
    void stopsAtASectionOfAnUnknownVersionOrWithoutByteOrder() {
        byte[] version = little().section()
                .block(
                        0x0a0d0d0a,
                        little().u32(0x1a2b3c4d).u16(2).u16(0).number(-1, 8).build())
                .build();
        assertThatThrownBy(() -> Captures.readAll(version)).hasMessageContaining("pcapng version 2.0");
        byte[] order = little().block(0x0a0d0d0a, new byte[16]).build();
        assertThatThrownBy(() -> Captures.open(order))
                .isInstanceOf(CaptureFormatException.class)
                .hasMessageContaining("without pcapng's byte order magic");
    }
}
