package io.ringway.pcap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** pcap-filter's language, asked of packets as they were captured; the cooked headers are the registry's. */
class CaptureFilterTest {
    private static final HexFormat HEX = HexFormat.of();

    /** An ICMP echo request from 10.0.0.1 to 10.0.0.2. */
    private static final byte[] PING = HEX.parseHex("4500001c00014000400126de0a0000010a0000020800f7fd00010001");

    /** A UDP datagram from 10.0.0.1 to 224.0.0.251:5353. */
    private static final byte[] MDNS = HEX.parseHex("4500001c00014000011185c90a000001e00000fb14e914e900080000");

    private static byte[] capture(int linkType, String header) {
        ByteBuilder capture = new ByteBuilder(true).pcapHeader(0xa1b2c3d4L, linkType);
        for (byte[] packet : List.of(PING, MDNS)) {
            byte[] bytes =
                    new ByteBuilder(true).raw(HEX.parseHex(header)).raw(packet).build();
            capture.pcapRecord(1, 0, bytes);
        }
        return capture.build();
    }

    private static int count(byte[] capture, String expression) throws IOException {
        try (CaptureReader reader = Captures.open(capture);
                CaptureFilter filter = new CaptureFilter(expression)) {
            reader.filter(filter);
            int frames = Captures.readAll(reader).size();
            assertThat(frames + reader.filtered()).isEqualTo(2);
            return frames;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1,   ffffffffffff0200000000010800",
        "0,   02000000",
        "0,   00000002",
        "108, 00000002",
        "101, ''",
        "12,  ''",
        "228, ''",
        "113, 00000001000602000000000100000800",
        "276, 08000000000000020001000602000000000a0000"
    })
    void isAskedAboutPacketsByTheirOwnLinkType(int linkType, String header) throws IOException {
        byte[] capture = capture(linkType, header);
        assertThat(count(capture, "icmp")).isEqualTo(1);
        assertThat(count(capture, "udp port 5353 and dst net 224.0.0.0/4")).isEqualTo(1);
        assertThat(count(capture, "host 10.0.0.1")).isEqualTo(2);
        assertThat(count(capture, "tcp")).isZero();
        assertThat(count(capture, "greater 20")).isEqualTo(2);
    }

    @Test
    void knowsWhatOnlyOneOfTheLinkTypesHas() throws IOException {
        assertThat(count(capture(276, "08000000000000020001000602000000000a0000"), "ifindex 2"))
                .isEqualTo(2);
        assertThat(count(capture(1, "ffffffffffff0200000000010800"), "ether broadcast"))
                .isEqualTo(2);
    }

    @Test
    void isCompiledForEachLinkTypeOfACaptureThatMixesThem() throws IOException {
        byte[] ethernet = new ByteBuilder(true)
                .raw(HEX.parseHex("ffffffffffff0200000000010800"))
                .raw(PING)
                .build();
        byte[] mixed = new ByteBuilder(true)
                .section()
                .ethernet()
                .anInterface(101, 0, new byte[0])
                .enhanced(0, 1, ethernet)
                .enhanced(1, 2, MDNS)
                .build();
        assertThat(count(mixed, "icmp")).isEqualTo(1);
        assertThat(count(mixed, "udp")).isEqualTo(1);
        assertThat(count(mixed, "ip")).isEqualTo(2);
    }

    @Test
    void saysWhatLibpcapSaysOfWhatItDoesNotUnderstand() throws IOException {
        try (CaptureReader reader = Captures.open(capture(1, "ffffffffffff0200000000010800"));
                CaptureFilter filter = new CaptureFilter("tcp port 80 and")) {
            assertThatExceptionOfType(CaptureFilterException.class)
                    .isThrownBy(() -> reader.filter(filter))
                    .withMessage("tcp port 80 and: can't parse filter expression: syntax error");
        }
    }
}
