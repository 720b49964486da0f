package io.ringway.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringway.packet.DropReason;
import io.ringway.packet.Frame;
import io.ringway.packet.FramePool;
import io.ringway.packet.Ipv4Header;
import io.ringway.packet.TcpHeader;
import io.ringway.pcap.CaptureReader;
import io.ringway.replay.input.OffloadedChecksums;
import io.ringway.replay.input.Segments;
import io.ringway.replay.report.ReplayReport;
import io.ringway.replay.request.Direction;
import io.ringway.replay.request.Gso;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Captured frames larger than the MTU, against what Linux 6.18 made of the same ones ({@code gso.sh} beside this class). */
class SegmentsTest {
    @TempDir
    Path folder;

    private Path in;
    private Path out;

    @BeforeEach
    void wereRecordedOnARouter() throws IOException {
        in = Files.write(folder.resolve("in.pcap.gz"), resource("gso-in.pcap.gz"));
        out = folder.resolve("out.pcap");
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream file = SegmentsTest.class.getResourceAsStream(name)) {
            return file.readAllBytes();
        }
    }

    private static Ringway router(String... more) throws IOException {
        return Ringway.parse(
                "gso.sh", new String(resource("gso.sh"), StandardCharsets.UTF_8) + String.join("\n", more) + "\n");
    }

    private static List<String> frames(Path capture) throws IOException {
        List<String> all = new ArrayList<>();
        FramePool pool = new FramePool();
        try (CaptureReader reader = CaptureReader.open(capture)) {
            for (Frame frame = reader.next(pool); frame != null; frame = reader.next(pool)) {
                new OffloadedChecksums().repair(frame);
                byte[] bytes = frame.toBytes();
                all.add(HexFormat.of().formatHex(bytes, 0, 66) + " " + bytes.length + " " + Arrays.hashCode(bytes));
                frame.free();
            }
        }
        return all;
    }

    @Test
    void areCutAsTheKernelCutsThem() throws IOException {
        Replay replay = router().replay();
        replay.sending().gso(Gso.SPLIT);
        ReplayReport report =
                replay.in("a:eth0", in).out("r:rb", out, Direction.OUT).run();
        Path expected = Files.write(folder.resolve("expected.pcap.gz"), resource("gso-out.pcap.gz"));
        assertThat(frames(out)).isEqualTo(frames(expected)).hasSize(25);
        assertThat(report.warnings())
                .contains("3 frames larger than the MTU that they entered by were cut into 20 segments");
    }

    @Test
    void goThroughAsTheyAreUnlessTheyAreToBeCut() throws IOException {
        ReplayReport report = router().replay()
                .in("a:eth0", in)
                .out("r:rb", out, Direction.OUT)
                .run();
        assertThat(PcapBytes.read(out))
                .extracting(each -> each.frame().length)
                .containsExactly(74, 66, 7306, 7306, 14546, 1106, 66, 66);
        assertThat(report.warnings())
                .contains(
                        "3 frames are larger than the MTU that they entered by, and went as the segments that a device"
                                + " cuts itself (--gso split cuts them)");
    }

    @Test
    void areTooLargeWhereOneOfTheirSegmentsIs() throws IOException {
        Ringway ringway = router("ip -n r link set rb mtu 1499", "ip -n b link set eth0 mtu 1499");
        ringway.replay().in("a:eth0", in).out("r:ra", out, Direction.OUT).run();
        assertThat(ringway.dropped(DropReason.PKT_TOO_BIG)).isEqualTo(3);
        assertThat(PcapBytes.texts(out))
                .filteredOn(text -> text.contains("type 3"))
                .hasSize(3);
    }

    @Test
    void goThroughABridgeWhosePortsHaveTheMtuOfTheirSegments() throws IOException {
        Frame segment = segment(new FramePool(), 3000, TcpHeader.ACK, 1);
        Path one = new PcapBytes().at(0, segment.toBytes()).write(folder.resolve("one.pcap"));
        SmallHost.load()
                .replay()
                .in("a:eth0", one)
                .out("b:eth0", out, Direction.IN)
                .run();
        assertThat(PcapBytes.read(out).get(0).frame()).hasSize(3054);
    }

    @Test
    void keepPshAndFinForTheLastAndCwrForTheFirst() {
        FramePool pool = new FramePool();
        Frame whole = segment(pool, 3000, TcpHeader.ACK | TcpHeader.PSH | TcpHeader.FIN | TcpHeader.CWR, 0xffff);
        Segments segments = new Segments(pool);
        segments.how(Gso.SPLIT);
        List<Frame> pieces = new ArrayList<>();
        for (Frame piece = segments.first(whole, 1500); piece != null; piece = segments.next()) {
            pieces.add(piece);
        }
        assertThat(pieces)
                .extracting(piece -> TcpHeader.flags(piece, 34))
                .containsExactly(
                        TcpHeader.ACK | TcpHeader.CWR, TcpHeader.ACK, TcpHeader.ACK | TcpHeader.PSH | TcpHeader.FIN);
        assertThat(pieces).extracting(piece -> Ipv4Header.id(piece, 14)).containsExactly(0xffff, 0, 1);
        assertThat(pieces).extracting(piece -> TcpHeader.sequence(piece, 34)).containsExactly(-100, 1360, 2820);
        assertThat(pieces).extracting(Frame::length).containsExactly(1514, 1514, 134);
        assertThat(pieces).allMatch(piece -> Ipv4Header.check(piece, 14) == null);
        pieces.forEach(Frame::free);
        assertThat(pool.freeCells()).isEqualTo(pool.totalCells());
    }

    @Test
    void areWhatTcpOrUdpMadeOnly() {
        FramePool pool = new FramePool();
        Segments segments = new Segments(pool);
        Frame tcp = segment(pool, 3000, TcpHeader.ACK, 1);
        assertThat(segments.first(tcp, 1500).segmentBytes()).isEqualTo(1500);
        Frame fits = segment(pool, 1000, TcpHeader.ACK, 1);
        assertThat(segments.first(fits, 1500).segmentBytes()).isZero();
        Frame other = segment(pool, 3000, TcpHeader.ACK, 1);
        other.putU8(14 + 9, Ipv4Header.PROTOCOL_ICMP);
        Ipv4Header.reshape(other, 14, other.length() - 14, 0);
        assertThat(segments.first(other, 1500).segmentBytes()).isZero();
        Frame shortened = segment(pool, 3000, TcpHeader.ACK, 1);
        shortened.setLength(2000);
        assertThat(segments.first(shortened, 1500).segmentBytes()).isZero();
    }

    private static Frame segment(FramePool pool, int bytes, int flags, int id) {
        byte[] header = Packets.tcp(SmallHost.B, SmallHost.A, "10.0.0.10:1", "10.0.0.11:2", flags, -100, 0);
        Frame frame = pool.allocate(54 + bytes);
        frame.put(0, header);
        frame.fillZero(54, bytes);
        frame.putU16(14 + 4, id);
        frame.putU16(14 + 10, 0);
        frame.putU16(14 + 2, 40 + bytes);
        frame.putU16(14 + 10, ~frame.sum(14, 20) & 0xffff);
        return frame;
    }
}
