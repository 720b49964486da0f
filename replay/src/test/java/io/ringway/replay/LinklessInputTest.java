package io.ringway.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringway.packet.EthernetHeader;
import io.ringway.replay.request.Direction;
import io.ringway.replay.request.InterfaceName;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Captures without Ethernet addresses, or with those of another network, get the model's. */
class LinklessInputTest {
    private static final int RAW = 101;
    private static final int LINUX_SLL = 113;

    @TempDir
    Path folder;

    private final Ringway ringway = SmallHost.load();
    private final byte[] toB = Packets.udp(1, 2, "10.0.0.10:1", "10.0.0.11:2", 8);

    /** A capture of one packet, the Ethernet header replaced by another. */
    private Path capture(int linkType, String header, byte[] frame) throws IOException {
        byte[] packet = Arrays.copyOfRange(frame, EthernetHeader.LENGTH, frame.length);
        byte[] link = HexFormat.of().parseHex(header.replace(" ", ""));
        byte[] bytes = Arrays.copyOf(link, link.length + packet.length);
        System.arraycopy(packet, 0, bytes, link.length, packet.length);
        byte[] file = new PcapBytes().at(0, bytes).bytes();
        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(20, linkType);
        return Files.write(folder.resolve("in.pcap"), file);
    }

    private List<PcapBytes.Record> seen(String where, Path capture, String in, boolean rewrites) throws IOException {
        Path out = folder.resolve("out.pcap");
        try (Replay replay = ringway.replay()) {
            if (in.endsWith(",in")) {
                replay.arriving(in.substring(0, in.length() - 3), capture);
            } else {
                replay.in(in, capture);
            }
            if (rewrites) {
                replay.rewriteMac();
            }
            replay.out(where, out, Direction.INOUT).run();
        }
        return PcapBytes.read(out);
    }

    private static long destination(PcapBytes.Record record) {
        return ByteBuffer.wrap(record.frame()).getLong(0) >>> 16;
    }

    private static long source(PcapBytes.Record record) {
        return ByteBuffer.wrap(record.frame()).getLong(4) & 0xffff_ffff_ffffL;
    }

    @Test
    void leavesForTheNeighbourThatTheSendersRoutesLeadTo() throws IOException {
        List<PcapBytes.Record> frames = seen("b:eth0", capture(RAW, "", toB), "a:eth0", false);
        assertThat(destination(frames.get(0))).isEqualTo(SmallHost.B);
        assertThat(source(frames.get(0))).isEqualTo(SmallHost.A);
    }

    @Test
    void leavesForTheGatewayWhereTheWayIsThroughOne() throws IOException {
        Path capture = capture(RAW, "", Packets.udp(1, 2, "10.0.0.10:1", "192.168.9.2:2", 8));
        List<PcapBytes.Record> frames = seen("a:eth0", capture, "a:eth0", false);
        assertThat(destination(frames.get(0))).isEqualTo(SmallHost.BR0);
    }

    @Test
    void keepsTheSenderThatACookedCaptureTells() throws IOException {
        Path capture = capture(LINUX_SLL, "0004 0001 0006 0200000000aa0000 0800", toB);
        assertThat(source(seen("b:eth0", capture, "a:eth0", false).get(0))).isEqualTo(0x0200000000aaL);
    }

    @Test
    void arrivesAtTheInterfaceThatItWasCapturedAt() throws IOException {
        Path capture = capture(RAW, "", Packets.udp(1, 2, "192.168.9.2:1", "192.168.9.1:8080", 8));
        List<PcapBytes.Record> frames = seen("host:eth0", capture, "host:eth0,in", false);
        assertThat(destination(frames.get(0))).isEqualTo(SmallHost.ETH0);
        assertThat(source(frames.get(0))).isEqualTo(SmallHost.OUT);
    }

    @Test
    void keepsTheAddressesOfAnotherNetwork() throws IOException {
        Path capture = new PcapBytes().at(0, toB).write(folder.resolve("in.pcap"));
        assertThat(destination(seen("a:eth0", capture, "a:eth0", false).get(0))).isEqualTo(1);
    }

    @Test
    void rewritesTheAddressesOfAnotherNetworkWhereThatIsWanted() throws IOException {
        Path capture = new PcapBytes().at(0, toB).write(folder.resolve("in.pcap"));
        assertThat(destination(seen("a:eth0", capture, "a:eth0", true).get(0))).isEqualTo(SmallHost.B);
    }

    private List<String> arrived(Path capture, boolean ofAll, String left) throws IOException {
        Path out = folder.resolve("out.pcap");
        try (Replay replay = ringway.replay()) {
            replay.arrivingOf("host:eth0", capture, ofAll).out("host:eth0", out, Direction.IN);
            assertThat(replay.run().warnings()).anyMatch(line -> line.contains(left));
        }
        return PcapBytes.texts(out).stream()
                .filter(text -> text.startsWith("udp"))
                .toList();
    }

    @Test
    void letsArriveWhatTheInterfaceReceivedOfACaptureOfBothDirections() throws IOException {
        Path capture = new PcapBytes()
                .at(0, Packets.udp(SmallHost.ETH0, SmallHost.OUT, "192.168.9.2:1", "192.168.9.1:8080", 8))
                .at(9, Packets.udp(SmallHost.OUT, SmallHost.ETH0, "192.168.9.1:8080", "192.168.9.2:1", 8))
                .write(folder.resolve("in.pcap"));
        assertThat(arrived(capture, false, "1 frames are from host itself, and were left out"))
                .containsExactly("udp 192.168.9.2:1 > 192.168.9.1:8080");
    }

    @Test
    void tellsItsOwnFromOtherInterfacesByTheirNumbers() throws IOException {
        byte[] packet = Packets.udp(1, 2, "192.168.9.2:1", "192.168.9.1:8080", 8);
        int ifindex = InterfaceName.parse("host:eth0").find(ringway.network()).ifindex();
        String header = "0800 0000 %08x 0001 %02x 06 0200000000990000";
        String own = "192.168.9.2:1 > 192.168.9.1:8080";
        Path here = capture(276, String.format(header, ifindex, 0), packet);
        assertThat(PcapBytes.texts(seenOf(here))).startsWith("udp " + own);
        for (int[] other : new int[][] {{ifindex + 1, 0}, {ifindex, 4}}) {
            Path capture = capture(276, String.format(header, other[0], other[1]), packet);
            assertThat(arrived(capture, true, "were not captured at interface number " + ifindex))
                    .isEmpty();
        }
    }

    private Path seenOf(Path capture) throws IOException {
        Path out = folder.resolve("seen.pcap");
        try (Replay replay = ringway.replay()) {
            replay.arrivingOf("host:eth0", capture, true)
                    .out("host:eth0", out, Direction.IN)
                    .run();
        }
        return out;
    }

    private List<String> sentBy(Path capture) throws IOException {
        Path out = folder.resolve("out.pcap");
        try (Replay replay = ringway.replay()) {
            replay.inOf("a:eth0", capture).out("a:eth0", out, Direction.OUT);
            assertThat(replay.run().warnings()).anyMatch(line -> line.contains("left out as the other side's"));
        }
        return PcapBytes.texts(out);
    }

    @Test
    void leavesOutTheOtherDirectionByTheMacAddresses() throws IOException {
        Path capture = new PcapBytes()
                .at(0, Packets.udp(SmallHost.B, SmallHost.A, "9.9.9.9:1", "10.0.0.11:2", 8))
                .at(9, Packets.udp(SmallHost.A, SmallHost.B, "10.0.0.10:2", "10.0.0.10:1", 8))
                .write(folder.resolve("in.pcap"));
        assertThat(sentBy(capture)).containsExactly("udp 9.9.9.9:1 > 10.0.0.11:2");
    }

    @Test
    void leavesOutTheOtherDirectionByTheAddressesWhereTheMacsAreOfNoUse() throws IOException {
        Path capture = new PcapBytes()
                .at(0, toB)
                .at(9, Packets.udp(2, 1, "10.0.0.11:2", "10.0.0.10:1", 8))
                .write(folder.resolve("in.pcap"));
        assertThat(sentBy(capture)).containsExactly("udp 10.0.0.10:1 > 10.0.0.11:2");
    }

    @Test
    void leavesOutTheOtherDirectionAsACookedCaptureTells() throws IOException {
        Path capture = capture(LINUX_SLL, "0000 0001 0006 0200000000aa0000 0800", toB);
        assertThat(sentBy(capture)).isEmpty();
    }

    @Test
    void namesFramesThatNobodyIsToGet() throws IOException {
        Path capture = capture(RAW, "", Packets.udp(1, 2, "10.0.0.10:1", "10.0.0.99:2", 8));
        try (Replay replay = ringway.replay().in("a:eth0", capture)) {
            assertThat(replay.run().warnings())
                    .contains("1 frames have no destination MAC: nobody in the model has the address that they go to");
        }
    }
}
