package io.ringway.conformance.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringway.replay.Replay;
import io.ringway.replay.Ringway;
import io.ringway.replay.conversation.Conversation;
import io.ringway.replay.conversation.Verdict;
import io.ringway.replay.report.ReplayReport;
import io.ringway.replay.request.Direction;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What was captured outside of a Docker host alone, its hosts bound to the same host's snapshot, and to another place. */
class BoundRecordingTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"http1,web", "tls,web", "http2,web", "dns,names", "quic,web", "ssh,shell"})
    void givesWhatTheContainerSaw(String program, String container) throws IOException {
        Path inside = folder.resolve("inside.pcap");
        assertThat(DockerHost.replayOutside(program, container, inside))
                .isNotEmpty()
                .allMatch(BoundRecordingTest::isComplete);
        // The host had already taken a hop from the container's own packets when they were captured.
        Map<String, List<byte[]>> real = Packets.oneHopOn(
                Packets.of(DockerHost.capture(program, container)),
                conversation -> conversation.endsWith(" > 192.0.2.1") || conversation.contains(" > 192.0.2.1:"));
        assertThat(Packets.differences(real, Packets.of(inside))).isEmpty();
    }

    @Test
    void givesWhatTheContainerSawOfAClientOutsideTheSnapshot() throws IOException {
        Path inside = folder.resolve("inside.pcap");
        ReplayReport report;
        try (Replay replay = Ringway.load(DockerHost.SNAPSHOT).replay()) {
            replay.binding().host("0.0.0.0/0=outside").host("192.0.2.10=web@192.0.2.10");
            report = replay.capture(DockerHost.capture("http1", "outside"))
                    .out("web:eth0", inside, Direction.INOUT)
                    .run();
        }
        assertThat(report.conversations()).isNotEmpty().allMatch(BoundRecordingTest::isComplete);
        Map<String, List<byte[]>> real = Packets.oneHopOn(
                Packets.of(DockerHost.capture("http1", "web")), conversation -> conversation.contains(" > 192.0.2.1:"));
        assertThat(Packets.differences(real, Packets.of(inside))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http1", "tls", "http2", "dns", "quic", "ssh", "scan", "traceroute", "offloaded"})
    void isAnUnbrokenConversationInOtherPlacesToo(String program) throws IOException {
        List<String> real = Packets.streams(Packets.of(DockerHost.capture(program, "outside")));
        List<Elsewhere> places = Stream.of(Elsewhere.values())
                .filter(place -> place.takes(program))
                .toList();
        assertThat(places).hasSizeGreaterThanOrEqualTo(2);
        for (Elsewhere place : places) {
            Map<String, Path> sides = new TreeMap<>();
            assertThat(place.replay(program, folder, sides)).isNotEmpty().allMatch(BoundRecordingTest::isComplete);
            // Behind two NATs an error quotes other addresses and ports, whose sum is part of the quote.
            assertThat(Packets.streams(Packets.of(sides.get("backend"))))
                    .as(place + "")
                    .isEqualTo(real);
        }
    }

    private static boolean isComplete(Conversation conversation) {
        return conversation.verdict() == Verdict.COMPLETE;
    }
}
