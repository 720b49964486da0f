package io.ringway.pcap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.ringway.packet.CapturedWay;
import io.ringway.packet.EthernetHeader;
import io.ringway.packet.Frame;
import io.ringway.packet.FramePool;
import io.ringway.packet.MacAddress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Captures without Ethernet headers become Ethernet frames; the headers are written down from the tcpdump registry. */
class LinkLayerTest {
    private static final HexFormat HEX = HexFormat.of();

    /** An ICMP echo request from 10.0.0.1 to 10.0.0.2. */
    private static final byte[] PACKET = HEX.parseHex("4500001c0001400040012" + "6de0a0000010a0000020800f7fd00010001");

    private static final byte[] TO_A_GROUP =
            HEX.parseHex("4500001c0001400001118" + "5c90a000001e00000fb14e914e900080000");

    private final FramePool pool = new FramePool();

    private List<Frame> read(byte[] capture) throws IOException {
        List<Frame> frames = new ArrayList<>();
        try (CaptureReader reader = Captures.open(capture)) {
            for (Frame frame = reader.next(pool); frame != null; frame = reader.next(pool)) {
                frames.add(frame);
            }
        }
        return frames;
    }

    private Frame only(int linkType, String header, byte[] packet) throws IOException {
        List<Frame> frames = read(capture(linkType, header, packet));
        assertThat(frames).hasSize(1);
        return frames.get(0);
    }

    private static byte[] capture(int linkType, String header, byte[] packet) {
        byte[] bytes =
                new ByteBuilder(true).raw(HEX.parseHex(header)).raw(packet).build();
        return new ByteBuilder(true)
                .pcapHeader(0xa1b2c3d4L, linkType)
                .pcapRecord(1, 0, bytes)
                .build();
    }

    private static byte[] payload(Frame frame) {
        byte[] bytes = frame.toBytes();
        return Arrays.copyOfRange(bytes, EthernetHeader.LENGTH, bytes.length);
    }

    @ParameterizedTest
    @CsvSource({"101,''", "12,''", "228,''", "0,02000000", "0,00000002", "108,00000002"})
    void givesAPacketWithoutAddressesAnEthernetHeader(int linkType, String header) throws IOException {
        Frame frame = only(linkType, header, PACKET);
        assertThat(EthernetHeader.type(frame)).isEqualTo(EthernetHeader.TYPE_IPV4);
        assertThat(EthernetHeader.destination(frame)).isZero();
        assertThat(EthernetHeader.source(frame)).isZero();
        assertThat(frame.history().isLinkless()).isTrue();
        assertThat(payload(frame)).isEqualTo(PACKET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e000000", "0000001e", "0a000000", "18000000", "0000001c"})
    void knowsTheFamilyOfIpv6OnEverySystem(String header) throws IOException {
        assertThat(EthernetHeader.type(only(0, header, new byte[40]))).isEqualTo(EthernetHeader.TYPE_IPV6);
    }

    @ParameterizedTest
    @CsvSource({"113,0004 0001 0006 0200c0a800010000 0800", "276,0800 0000 00000003 0001 04 06 0200c0a800010000"})
    void takesFromACookedHeaderWhoSentAndWhichWay(int linkType, String header) throws IOException {
        Frame frame = only(linkType, header.replace(" ", ""), PACKET);
        assertThat(EthernetHeader.source(frame)).isEqualTo(0x0200c0a80001L);
        assertThat(EthernetHeader.type(frame)).isEqualTo(EthernetHeader.TYPE_IPV4);
        assertThat(frame.history().capturedWay()).isEqualTo(CapturedWay.SENT);
        assertThat(payload(frame)).isEqualTo(PACKET);
    }

    @Test
    void takesFromTheSecondCookedHeaderWhereItWasCaptured() throws IOException {
        Frame second = only(276, "0800000000010003000104060200c0a800010000", PACKET);
        assertThat(second.history().capturedIfindex()).isEqualTo(0x10003);
        Frame first = only(113, "000400010006" + "0200c0a80001" + "00000800", PACKET);
        assertThat(first.history().capturedIfindex()).isZero();
    }

    @Test
    void addressesEverybodyAndGroupsAsThePacketItselfTells() throws IOException {
        assertThat(EthernetHeader.destination(only(101, "", TO_A_GROUP))).isEqualTo(0x01005e0000fbL);
        String toAll = "00010001000602000000000100000806";
        assertThat(EthernetHeader.destination(only(113, toAll, new byte[28]))).isEqualTo(MacAddress.BROADCAST);
    }

    @Test
    void leavesOutWhatEthernetDoesNotCarryAndCountsIt() throws IOException {
        String netlink = "00040338000000000000000000000000";
        String llc = "00000001000602000000000100000004";
        for (String header : List.of(netlink, llc, "0000")) {
            try (CaptureReader reader = Captures.open(capture(113, header, new byte[0]))) {
                assertThat(Captures.readAll(reader)).isEmpty();
                assertThat(reader.unreadable()).isEqualTo(1);
            }
        }
    }

    @Test
    void readsSeveralLinkTypesInOneCapture() throws IOException {
        byte[] ethernet = Captures.frame(1, 60);
        byte[] capture = new ByteBuilder(true)
                .section()
                .anInterface(101, 0, new byte[0])
                .ethernet()
                .enhanced(0, 0, PACKET)
                .enhanced(1, 0, ethernet)
                .enhanced(0, 0, PACKET)
                .build();
        List<Frame> frames = read(capture);
        assertThat(frames).extracting(frame -> frame.history().isLinkless()).containsExactly(true, false, true);
        assertThat(frames.get(1).toBytes()).isEqualTo(ethernet);
        assertThat(payload(frames.get(2))).isEqualTo(PACKET);
    }

    @Test
    void takesFromAPcapngPacketWhichWayItWent() throws IOException {
        ByteBuilder capture = new ByteBuilder(true).section().ethernet();
        for (int direction = 0; direction < 4; direction++) {
            byte[] flags = {(byte) direction, 0, 0, 0};
            capture.block(
                    6,
                    new ByteBuilder(true)
                            .u32(0)
                            .u32(0)
                            .u32(0)
                            .u32(PACKET.length)
                            .u32(PACKET.length)
                            .raw(PACKET)
                            .pad()
                            .option(2, flags)
                            .endOfOptions()
                            .build());
        }
        assertThat(read(capture.build()))
                .extracting(frame -> frame.history().capturedWay())
                .containsExactly(CapturedWay.UNKNOWN, CapturedWay.RECEIVED, CapturedWay.SENT, CapturedWay.UNKNOWN);
    }

    @Test
    void growsTheLengthOnTheWireWithTheHeader() throws IOException {
        byte[] capture = new ByteBuilder(true)
                .pcapHeader(0xa1b2c3d4L, 101)
                .pcapRecord(1, 0, PACKET, 1500)
                .build();
        try (CaptureReader reader = Captures.open(capture)) {
            reader.next(pool).free();
            assertThat(reader.originalLength()).isEqualTo(1514);
            assertThat(reader.snapped()).isEqualTo(1);
        }
    }

    /** The damage is found while the packet in front of it, which nobody can read, is passed over. */
    @Test
    void damageBehindAnUnreadablePacketEndsABurstAndIsThenTold() throws IOException {
        byte[] readable = HEX.parseHex("0000000100060200000000010000" + "0800");
        byte[] unreadable = HEX.parseHex("0000000100060200000000010000" + "0004");
        byte[] capture = new ByteBuilder(true)
                .pcapHeader(0xa1b2c3d4L, 113)
                .pcapRecord(1, 0, readable)
                .pcapRecord(2, 0, unreadable)
                .u32(3)
                .u32(0)
                .u32(0x7fff_ffff)
                .u32(0x7fff_ffff)
                .raw(new byte[40])
                .build();
        try (CaptureReader reader = Captures.open(capture)) {
            Frame[] burst = new Frame[8];
            assertThat(reader.readBurst(pool, burst, 8)).isEqualTo(1);
            assertThatExceptionOfType(CaptureFormatException.class).isThrownBy(() -> reader.readBurst(pool, burst, 8));
        }
    }
}
