package io.ringway.conformance.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringway.conformance.Untested;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What tshark thinks of the model's side of a recorded host. */
class RecordedHostIT {
    /** Who sends what to whom, what tshark says of it, and of its sums: 0 is a bad one. */
    private static final List<String> FIELDS = List.of(
            "ip.src",
            "ip.dst",
            "tcp.seq_raw",
            "tcp.payload",
            "udp.payload",
            "tcp.analysis.retransmission",
            "tcp.analysis.lost_segment",
            "tcp.analysis.out_of_order",
            "tcp.analysis.duplicate_ack",
            "ip.checksum.status",
            "tcp.checksum.status",
            "udp.checksum.status",
            "icmp.checksum.status");

    private static final List<String> CHECKS =
            List.of("ip.check_checksum:TRUE", "tcp.check_checksum:TRUE", "udp.check_checksum:TRUE");

    @TempDir
    private Path folder;

    @BeforeEach
    void needsTshark() {
        Untested.unlessInstalled(RecordedHostIT.class, "tshark", "mergecap");
    }

    @Test
    void tsharkFindsNoBadSumAndNoLostOrDisorderedSegmentThatTheHostDidNotShow() throws IOException {
        List<String> real = new ArrayList<>();
        List<String> model = new ArrayList<>();
        for (String program : List.of("http1", "tls", "http2", "dns", "quic", "ssh", "traceroute")) {
            DockerHost host = new DockerHost(Files.createDirectory(folder.resolve(program)));
            host.replay(program);
            List<String> sides = new ArrayList<>(DockerHost.containers(program));
            sides.add("outside");
            for (String side : sides) {
                real.add(DockerHost.capture(program, side).toString());
                model.add(host.output(side).toString());
            }
        }
        List<String> expected = read("real", real);
        List<String> seen = read("model", model);
        assertThat(expected).hasSizeGreaterThan(400);
        assertThat(without(seen, expected)).as("in the model only").isEmpty();
        assertThat(without(expected, seen)).as("missing in the model").isEmpty();
    }

    private static List<String> without(List<String> some, List<String> others) {
        List<String> left = new ArrayList<>(some);
        others.forEach(left::remove);
        return left.stream()
                .map(line -> line.replaceAll("[0-9a-f]{60,}", "(bytes)"))
                .toList();
    }

    /** A line for each IPv4 packet of these captures, sorted: the order of interfaces does not count. */
    private List<String> read(String name, List<String> captures) throws IOException {
        String merged = folder.resolve(name + ".pcapng").toString();
        List<String> merge = new ArrayList<>(List.of("mergecap", "-w", merged));
        merge.addAll(captures);
        run(merge);
        List<String> command = new ArrayList<>(List.of("tshark", "-n", "-r", merged, "-Y", "ip", "-T", "fields"));
        CHECKS.forEach(check -> command.addAll(List.of("-o", check)));
        FIELDS.forEach(field -> command.addAll(List.of("-e", field)));
        return run(command).lines().sorted().toList();
    }

    private String run(List<String> command) throws IOException {
        Path said = folder.resolve("said.txt");
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.to(said.toFile()))
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            assertThat(process.waitFor()).as(command + Files.readString(said)).isZero();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        return out;
    }
}
