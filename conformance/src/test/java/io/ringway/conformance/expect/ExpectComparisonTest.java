package io.ringway.conformance.expect;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringway.conformance.compare.Rules;
import io.ringway.packet.Frame;
import io.ringway.packet.FramePool;
import io.ringway.pcap.CaptureReader;
import io.ringway.pcap.PcapWriter;
import io.ringway.replay.Replay;
import io.ringway.replay.Ringway;
import io.ringway.replay.request.Direction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the model shows against what a kernel's captures hold, as they are and with one frame tampered with. */
class ExpectComparisonTest {
    private static final Path PUBLISHED = Path.of("recordings/docker/outside-nf");

    @TempDir
    Path folder;

    static List<Path> recordings() throws IOException {
        List<Path> found = new ArrayList<>();
        for (String area : List.of("recordings/docker", "cases/connections")) {
            try (Stream<Path> all = Files.list(Path.of(area))) {
                all.filter(each -> Files.exists(each.resolve("real/real.json")))
                        .sorted()
                        .forEach(found::add);
            }
        }
        found.add(Path.of("cases/docker/hairpin-nf"));
        return found;
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void nothingDiffersFromWhatTheKernelShowed(Path recording) throws IOException {
        List<ExpectReport> reports = compare(recording, recording.resolve("real"));
        assertThat(reports).isNotEmpty();
        assertThat(reports)
                .allSatisfy(report -> assertThat(report.passed())
                        .as(String.join("\n", ExpectText.lines(report)))
                        .isTrue());
    }

    @Test
    void aFrameThatTheModelDoesNotShowIsMissingAndNothingElse() throws IOException {
        ExpectReport report = tampered(frames -> frames.add(8, changed(frames.get(8), 38, 1)));
        assertThat(report.missing()).extracting(ExpectReport.Odd::number).containsExactly(9);
        assertThat(sums(report)).isEqualTo("0 changed, 1 missing, 0 extra, 0 reordered");
    }

    @Test
    void aFrameThatOnlyTheModelShowsIsExtraAndNothingElse() throws IOException {
        ExpectReport report = tampered(frames -> frames.remove(8));
        assertThat(report.extra()).extracting(ExpectReport.Odd::number).containsExactly(9);
        assertThat(sums(report)).isEqualTo("0 changed, 0 missing, 1 extra, 0 reordered");
    }

    @Test
    void namesTheFieldThatDiffersInAFrame() throws IOException {
        ExpectReport report = tampered(frames -> frames.set(8, changed(frames.get(8), 22, 3)));
        assertThat(sums(report)).isEqualTo("1 changed, 0 missing, 0 extra, 0 reordered");
        assertThat(report.changed().get(0).number()).isEqualTo(9);
        assertThat(report.changed().get(0).fields())
                .extracting(ExpectReport.Field::name)
                .containsExactly("ip.ttl");
    }

    @Test
    void saysThatTheContentDiffersWhereOneOctetDoes() throws IOException {
        ExpectReport report = tampered(frames -> {
            int large = 0;
            while (frames.get(large).length < 100) {
                large++;
            }
            frames.set(large, changed(frames.get(large), 90, 1));
        });
        assertThat(sums(report)).isEqualTo("1 changed, 0 missing, 0 extra, 0 reordered");
        assertThat(report.changed().get(0).fields()).singleElement().satisfies(field -> {
            assertThat(field.name()).isEqualTo("payload");
            assertThat(field.captured()).endsWith("at 90");
        });
    }

    @Test
    void tellsAnotherOrderApart() throws IOException {
        ExpectReport report = tampered(frames -> {
            byte[] moved = frames.remove(6);
            frames.add(14, moved);
        });
        assertThat(report.reordered()).extracting(ExpectReport.Odd::number).containsExactly(15);
        assertThat(sums(report)).isEqualTo("0 changed, 0 missing, 0 extra, 1 reordered");
    }

    @Test
    void aFrameCapturedTwiceHasToBeThereTwice() throws IOException {
        ExpectReport report = tampered(frames -> frames.add(9, frames.get(8)));
        assertThat(report.missing()).extracting(ExpectReport.Odd::number).containsExactly(10);
        assertThat(sums(report)).isEqualTo("0 changed, 1 missing, 0 extra, 0 reordered");
    }

    @Test
    void comparesOnlyTheDirectionThatTheCaptureHolds() throws IOException {
        Path capture = folder.resolve("host.eth0.pcap");
        run(PUBLISHED, replay -> replay.out("host:eth0", capture, Direction.OUT));
        ExpectReport out = one(capture, Direction.OUT);
        assertThat(out.passed()).isTrue();
        assertThat(one(capture, Direction.INOUT).extra()).hasSizeGreaterThan(5);
    }

    @Test
    void printsTheSameTwice() throws IOException {
        assertThat(ExpectJson.of(List.of(tampered(frames -> frames.remove(3)))).toString())
                .isEqualTo(ExpectJson.of(List.of(tampered(frames -> frames.remove(3))))
                        .toString());
    }

    private static String sums(ExpectReport report) {
        return report.changed().size() + " changed, " + report.missing().size() + " missing, "
                + report.extra().size() + " extra, " + report.reordered().size() + " reordered";
    }

    private static byte[] changed(byte[] frame, int at, int by) {
        byte[] changed = frame.clone();
        changed[at] += (byte) by;
        return changed;
    }

    /** The capture of the host's uplink, changed. */
    private ExpectReport tampered(Consumer<List<byte[]>> change) throws IOException {
        FramePool pool = new FramePool();
        List<byte[]> frames = new ArrayList<>();
        try (CaptureReader reader = CaptureReader.open(PUBLISHED.resolve("real/host.eth0.pcap"))) {
            for (Frame frame = reader.next(pool); frame != null; frame = reader.next(pool)) {
                frames.add(frame.toBytes());
                frame.free();
            }
        }
        change.accept(frames);
        Path capture = folder.resolve("host.eth0.pcap");
        try (PcapWriter writer = PcapWriter.create(capture)) {
            for (byte[] bytes : frames) {
                Frame frame = pool.allocate(bytes.length);
                frame.put(0, bytes);
                writer.write(frame, 0);
                frame.free();
            }
            writer.commit();
        }
        return one(capture, Direction.INOUT);
    }

    private static ExpectReport one(Path capture, Direction direction) throws IOException {
        ExpectedCapture expected = new ExpectedCapture("host:eth0", capture, direction);
        Rules rules = new Rules();
        run(PUBLISHED, rules, List.of(expected), replay -> {});
        return ExpectComparison.of(expected, rules);
    }

    private static List<ExpectReport> compare(Path recording, Path captures) throws IOException {
        Rules rules = new Rules();
        List<ExpectedCapture> expected = new ArrayList<>();
        for (Path file : captures(captures)) {
            expected.add(new ExpectedCapture(interfaceName(file), file, Direction.INOUT));
        }
        run(recording, rules, expected, replay -> {});
        return expected.stream().map(one -> ExpectComparison.of(one, rules)).toList();
    }

    private interface Setup {
        void apply(Replay replay) throws IOException;
    }

    private static void run(Path recording, Setup setup) throws IOException {
        run(recording, new Rules(), List.of(), setup);
    }

    private static void run(Path recording, Rules rules, List<ExpectedCapture> expected, Setup setup)
            throws IOException {
        Ringway ringway = Ringway.load(recording);
        expected.forEach(one -> ringway.observe(one.interfaceName(), false, one));
        ringway.watchDraws(rules.drawnPorts()::add);
        try (Replay replay = ringway.replay()) {
            for (Path file : captures(recording.resolve("injected"))) {
                replay.in(interfaceName(file), file);
            }
            setup.apply(replay);
            replay.run();
        }
    }

    private static List<Path> captures(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(each -> each.toString().endsWith(".pcap"))
                    .sorted()
                    .toList();
        }
    }

    /** {@code web.eth0.pcap} is of {@code web:eth0}. */
    private static String interfaceName(Path file) {
        String name = file.getFileName().toString().replace(".pcap", "");
        int dot = name.indexOf('.');
        return name.substring(0, dot) + ":" + name.substring(dot + 1);
    }
}
