package io.ringway.pcap;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaptureMagicTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7f454c4602010100 | not a capture file: first bytes 7f 45 4c 46",
                "d4c3 | not a capture file: only 2 bytes",
                "34cdb2a100000000 | Kuznetzov's modified pcap, which adds the interface to each record: convert it",
                "a1b2cd3400000000 | Kuznetzov's modified pcap",
                "1c0001ac00000000 | a pcap variant of Ixia's tools",
                "1f8b080000000000 | the compressed data end at byte 8, before the first frame",
                "1f8b070000000000 | damaged gzip data before byte 3: Unsupported compression method",
                "28b52ffd00000000 | the compressed data end at byte 8, before the first frame",
                "736e6f6f70000000 | a snoop capture: convert it with editcap",
                "d4c3b2a102000400 | ends inside its file header: 8 of 24 bytes",
                "0a0d0d0a1c000000 | ends inside its first section header"
            })
    void refusesEverythingElseByWhatItIs(String hex, String message) {
        assertThatThrownBy(() -> Captures.open(HexFormat.of().parseHex(hex)))
                .isInstanceOf(CaptureFormatException.class)
                .hasMessageStartingWith("test.pcap: " + message);
    }

    @Test
    void refusesAnEmptyFileAFolderAndAFileThatIsNotThere(@TempDir Path folder) throws IOException {
        Path empty = Files.createFile(folder.resolve("empty.pcap"));
        assertThatThrownBy(() -> CaptureReader.open(empty))
                .isInstanceOf(CaptureFormatException.class)
                .hasMessage(empty + ": empty");
        assertThatThrownBy(() -> CaptureReader.open(folder))
                .isInstanceOf(CaptureIoException.class)
                .hasMessage(folder + ": is a directory");
        Path missing = folder.resolve("missing.pcap");
        assertThatThrownBy(() -> CaptureReader.open(missing))
                .isInstanceOf(CaptureIoException.class)
                .hasMessage(missing + ": no such file");
    }

    @ParameterizedTest
    @CsvSource({"9,PPP (9)", "105,IEEE802_11 (105)", "127,IEEE802_11_RADIOTAP (127)", "777,number 777"})
    void refusesAPcapOfAnotherLinkTypeByItsName(int linkType, String name) {
        byte[] capture = new ByteBuilder(true).pcapHeader(0xa1b2c3d4L, linkType).build();
        assertThatThrownBy(() -> Captures.open(capture))
                .isInstanceOf(CaptureFormatException.class)
                .hasMessage("test.pcap: link type " + name
                        + " where only Ethernet, Linux cooked, raw IP and loopback can be replayed");
    }

    @Test
    void refusesAPcapOfAnUnknownVersion() {
        byte[] capture =
                new ByteBuilder(true).u32(0xa1b2c3d4L).u16(3).raw(new byte[18]).build();
        assertThatThrownBy(() -> Captures.open(capture)).hasMessageContaining("pcap version 3.0");
    }
}
