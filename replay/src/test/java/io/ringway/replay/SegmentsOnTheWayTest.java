package io.ringway.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringway.packet.Frame;
import io.ringway.packet.FramePool;
import io.ringway.pcap.CaptureReader;
import io.ringway.replay.input.OffloadedChecksums;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Frames that stand for several segments, through a router: odd sizes, options of IP and TCP, every flag, with DF and
 * without, against what Linux 6.18 made of the same ones ({@code src/test/kernel/record-gso.sh}).
 */
class SegmentsOnTheWayTest {
    private static final int ICMP = 1;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {9000, 1500, 1499, 1400, 576})
    void areForwardedRefusedOrFragmentedEachByItselfAsByTheKernel(int mtu) throws IOException {
        Ringway ringway = router(mtu);
        Path forward = folder.resolve("forward.pcap");
        Path answer = folder.resolve("answer.pcap");
        try (Replay replay = ringway.replay()) {
            replay.keepChecksums();
            replay.in("a:eth0", recorded("frames"))
                    .out("r:rb", forward, Direction.OUT)
                    .out("r:ra", answer, Direction.OUT)
                    .run();
        }
        assertThat(frames(forward)).isEqualTo(frames(recorded("forward-" + mtu)));
        if (mtu != 1500) {
            assertThat(frames(answer)).isEqualTo(frames(recorded("answer-" + mtu)));
        }
        assertThat(ringway.network().kernel().pool().freeCells())
                .isEqualTo(ringway.network().kernel().pool().totalCells());
    }

    @Test
    void areCutAsByTheKernel() throws IOException {
        Path out = folder.resolve("out.pcap");
        try (Replay replay = router(1500).replay()) {
            replay.sending().gso(Gso.SPLIT);
            replay.in("a:eth0", recorded("frames"))
                    .out("r:rb", out, Direction.OUT)
                    .run();
        }
        List<String> cut = frames(out);
        // UDP stays whole.
        assertThat(cut.subList(0, cut.size() - 1))
                .isEqualTo(frames(recorded("split")))
                .hasSize(78);
    }

    private static Ringway router(int mtu) throws IOException {
        return Ringway.parse(
                "gso.sh",
                new String(resource("gso.sh"), StandardCharsets.UTF_8)
                        + "ip netns exec r sysctl -w net.ipv4.icmp_ratelimit=0\n"
                        + "ip netns exec b iptables -A INPUT -j DROP\n"
                        + "ip -n r link set rb mtu " + mtu + "\n"
                        + "ip -n b link set eth0 mtu " + mtu + "\n");
    }

    private Path recorded(String name) throws IOException {
        return Files.write(folder.resolve(name + ".pcap.gz"), resource("gso/" + name + ".pcap.gz"));
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream file = SegmentsOnTheWayTest.class.getResourceAsStream(name)) {
            return file.readAllBytes();
        }
    }

    /** Sums that are left to a device are made. Of the router's own errors the IP ID, drawn at random, does not count, nor the sum over it. */
    private static List<String> frames(Path capture) throws IOException {
        List<String> all = new ArrayList<>();
        FramePool pool = new FramePool();
        try (CaptureReader reader = CaptureReader.open(capture)) {
            for (Frame frame = reader.next(pool); frame != null; frame = reader.next(pool)) {
                new OffloadedChecksums().repair(frame);
                byte[] bytes = frame.toBytes();
                frame.free();
                if (bytes[23] == ICMP) {
                    Arrays.fill(bytes, 18, 20, (byte) 0);
                    Arrays.fill(bytes, 24, 26, (byte) 0);
                }
                String begin = HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, 94));
                all.add(begin + " " + bytes.length + " " + Arrays.hashCode(bytes));
            }
        }
        return all;
    }
}
