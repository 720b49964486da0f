package io.ringway.conformance.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringway.conformance.compare.Rules;
import io.ringway.conformance.expect.ExpectComparison;
import io.ringway.conformance.expect.ExpectReport;
import io.ringway.conformance.expect.ExpectText;
import io.ringway.conformance.expect.ExpectedCapture;
import io.ringway.packet.Frame;
import io.ringway.packet.FramePool;
import io.ringway.pcap.CaptureReader;
import io.ringway.pcap.PcapWriter;
import io.ringway.replay.Replay;
import io.ringway.replay.Ringway;
import io.ringway.replay.input.OffloadedChecksums;
import io.ringway.replay.request.Direction;
import io.ringway.replay.request.Gso;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A capture in which devices cut or joined the segments of TCP, against a model in which they did it otherwise. */
class ExpectedSegmentsTest {
    private static final String WEB = "web:eth0";

    @TempDir
    private Path folder;

    @Test
    void aFrameOfManySegmentsIsTheSameAsItsSegments() throws IOException {
        ExpectReport report = compare(Gso.SPLIT, DockerHost.capture("offloaded", "web"));
        assertThat(report.passed()).as(ExpectText.lines(report).toString()).isTrue();
        assertThat(ExpectText.lines(report).get(0))
                .contains(
                        "22 frames captured, 68 in the model; 22 the same (7 of them cut differently, 53 in the model), 0");
    }

    @Test
    void theSegmentsAreTheSameAsOneFrame() throws IOException {
        Path cut = folder.resolve("cut.pcap");
        replay(Gso.SPLIT, replay -> replay.out(WEB, cut, Direction.INOUT));
        ExpectReport report = compare(Gso.KEEP, cut);
        assertThat(report.passed()).as(ExpectText.lines(report).toString()).isTrue();
        assertThat(ExpectText.lines(report).get(0))
                .contains(
                        "68 frames captured, 22 in the model; 68 the same (53 of them cut differently, 7 in the model), 0");
    }

    @Test
    void anOctetThatDiffersIsFoundInWhateverItLies() throws IOException {
        ExpectReport report = compare(Gso.SPLIT, tampered(frames -> {
            byte[] large = large(frames);
            large[3000] ^= 1;
        }));
        assertThat(report.changed()).singleElement().satisfies(changed -> {
            assertThat(changed.fields())
                    .singleElement()
                    .hasToString("Field[name=payload, captured=0x6e at 3000, model=0x6f]");
        });
        assertThat(report.missing()).isEmpty();
        assertThat(report.extra()).isEmpty();
    }

    @Test
    void aHopMoreIsNoOtherCut() throws IOException {
        ExpectReport report = compare(Gso.SPLIT, tampered(frames -> large(frames)[22]--));
        assertThat(report.passed()).isFalse();
        assertThat(report.recut()).isEqualTo(6);
    }

    @Test
    void aStretchThatIsNotThereAtAllIsMissing() throws IOException {
        ExpectReport report = compare(Gso.SPLIT, tampered(frames -> frames.remove(large(frames))));
        assertThat(report.recut()).isEqualTo(6);
        assertThat(report.missing()).isEmpty();
        assertThat(report.extra()).hasSize(5);
    }

    @Test
    void anotherOrderOfTheWholeIsFound() throws IOException {
        ExpectReport report = compare(Gso.SPLIT, tampered(frames -> {
            byte[] first = large(frames);
            frames.remove(first);
            frames.add(first);
        }));
        assertThat(report.reordered()).hasSize(1);
    }

    private static byte[] large(List<byte[]> frames) {
        return frames.stream().filter(frame -> frame.length > 7000).findFirst().orElseThrow();
    }

    /** The real capture with something done to its frames, whose sums are made anew. */
    private Path tampered(Consumer<List<byte[]>> change) throws IOException {
        List<byte[]> frames = new ArrayList<>();
        FramePool pool = new FramePool();
        try (CaptureReader reader = CaptureReader.open(DockerHost.capture("offloaded", "web"))) {
            for (Frame frame = reader.next(pool); frame != null; frame = reader.next(pool)) {
                frames.add(frame.toBytes());
                frame.free();
            }
        }
        change.accept(frames);
        Path file = folder.resolve("tampered.pcap");
        try (PcapWriter writer = PcapWriter.create(file)) {
            for (byte[] bytes : frames) {
                Frame frame = pool.allocate(bytes.length);
                frame.put(0, bytes);
                new OffloadedChecksums().repair(frame);
                writer.write(frame, 1_000_000_000L);
                frame.free();
            }
            writer.commit();
        }
        return file;
    }

    private interface Observing {
        void in(Replay replay) throws IOException;
    }

    private static void replay(Gso gso, Observing observing) throws IOException {
        run(Ringway.load(DockerHost.SNAPSHOT), gso, observing);
    }

    private static void run(Ringway host, Gso gso, Observing observing) throws IOException {
        try (Replay replay = host.replay()) {
            replay.sending().gso(gso);
            replay.arrivingOf(DockerHost.UPLINK, DockerHost.capture("offloaded", "outside"), false);
            replay.inOf(WEB, DockerHost.capture("offloaded", "web"));
            observing.in(replay);
            replay.run();
        }
    }

    private static ExpectReport compare(Gso gso, Path capture) throws IOException {
        Ringway host = Ringway.load(DockerHost.SNAPSHOT);
        ExpectedCapture expected = new ExpectedCapture(WEB, capture, Direction.INOUT);
        host.observe(WEB, true, expected);
        run(host, gso, replay -> {});
        return ExpectComparison.of(expected, new Rules());
    }
}
