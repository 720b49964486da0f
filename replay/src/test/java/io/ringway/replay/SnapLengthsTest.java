package io.ringway.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringway.packet.Checksum;
import io.ringway.packet.Frame;
import io.ringway.packet.FramePool;
import io.ringway.packet.Ipv4Header;
import io.ringway.replay.report.ReplayReport;
import io.ringway.replay.request.Direction;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packets that a snapshot length cut. */
class SnapLengthsTest {
    private static final byte[] DATAGRAM = Packets.udp(SmallHost.B, SmallHost.A, "10.0.0.10:1000", "10.0.0.11:53", 500);

    /** Their checksum is that of a payload of which the end was not captured. */
    @BeforeAll
    static void holdMoreThanZeros() {
        DATAGRAM[40] = 0x55;
    }

    @TempDir
    Path folder;

    private final Ringway ringway = SmallHost.load();

    private Path cut(byte[] frame, int captured) throws IOException {
        byte[] capture = new PcapBytes().at(0, frame).bytes();
        ByteBuffer.wrap(capture).order(ByteOrder.LITTLE_ENDIAN).putInt(24 + 8, captured);
        return Files.write(folder.resolve("cut.pcap"), Arrays.copyOf(capture, 24 + 16 + captured));
    }

    private byte[] arrived(Path capture) throws IOException {
        Path out = folder.resolve("b.pcap");
        ReplayReport report = ringway.replay()
                .in("a:eth0", capture)
                .out("b:eth0", out, Direction.IN)
                .run();
        assertThat(report.warnings())
                .contains(
                        "1 packets that a snapshot length had cut were filled up with zeros (--no-fixlen keeps them)");
        return PcapBytes.read(out).get(0).frame();
    }

    @Test
    void areFilledUpWithZerosAndHaveAChecksumThatFits() throws IOException {
        byte[] arrived = arrived(cut(DATAGRAM, 60));
        assertThat(arrived).hasSize(DATAGRAM.length);
        assertThat(Arrays.copyOfRange(arrived, 60, arrived.length)).containsOnly(0);
        assertThat(Arrays.copyOf(arrived, 40)).as("but the checksum").isEqualTo(Arrays.copyOf(DATAGRAM, 40));
        Frame frame = new FramePool().allocate(arrived.length);
        frame.put(0, arrived);
        int bytes = arrived.length - 34;
        long pseudoHeader = Checksum.pseudoHeader(
                Ipv4Header.source(frame, 14), Ipv4Header.destination(frame, 14), Ipv4Header.PROTOCOL_UDP, bytes);
        assertThat(Checksum.fold(pseudoHeader + frame.sum(34, bytes))).isEqualTo(0xffff);
    }

    @Test
    void keepTheChecksumThatAUdpSenderDidWithout() throws IOException {
        byte[] unchecked = DATAGRAM.clone();
        unchecked[40] = 0;
        unchecked[41] = 0;
        byte[] arrived = arrived(cut(unchecked, 60));
        assertThat(Arrays.copyOfRange(arrived, 40, 42)).containsOnly(0);
    }

    @Test
    void areLeftAsTheyAreWhereTheirHeadersAreCut() throws IOException {
        Path out = folder.resolve("b.pcap");
        ringway.replay()
                .in("a:eth0", cut(DATAGRAM, 38))
                .out("b:eth0", out, Direction.IN)
                .run();
        assertThat(PcapBytes.read(out).get(0).frame()).hasSize(38);
    }

    @Test
    void areLeftAsTheyAreOnDemand() throws IOException {
        Path out = folder.resolve("b.pcap");
        Replay replay = ringway.replay();
        replay.sending().keepLengths();
        ReplayReport report = replay.in("a:eth0", cut(DATAGRAM, 60))
                .out("b:eth0", out, Direction.IN)
                .run();
        assertThat(PcapBytes.read(out).get(0).frame()).hasSize(60);
        assertThat(report.warnings())
                .isEqualTo(List.of(folder.resolve("cut.pcap") + ": 1 frames were captured shorter than they were"));
    }
}
