package io.ringway.conformance.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringway.replay.Replay;
import io.ringway.replay.Ringway;
import io.ringway.replay.conversation.Conversation;
import io.ringway.replay.conversation.Verdict;
import io.ringway.replay.request.Direction;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was captured outside of a Docker host alone, its hosts bound to the same host's snapshot, and to another place. */
class BoundRecordingTest {
    private static final Path ELSEWHERE = Path.of("hosts/elsewhere.lab");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"http1,web", "tls,web", "http2,web", "dns,names", "quic,web", "ssh,shell"})
    void givesWhatTheContainerSaw(String program, String container) throws IOException {
        Path inside = folder.resolve("inside.pcap");
        try (Replay replay =
                Ringway.load(DockerHost.SNAPSHOT, DockerHost.CLIENT).replay()) {
            replay.binding().host("192.0.2.1=client").host("192.0.2.10=" + container + "@192.0.2.10");
            replay.capture(DockerHost.capture(program, "outside")).out(container + ":eth0", inside, Direction.INOUT);
            assertThat(replay.run().conversations()).isNotEmpty().allMatch(BoundRecordingTest::isComplete);
        }
        // The host had already taken a hop from the container's own packets when they were captured.
        Map<String, List<byte[]>> real = Packets.oneHopOn(
                Packets.of(DockerHost.capture(program, container)),
                conversation -> conversation.endsWith(" > 192.0.2.1") || conversation.contains(" > 192.0.2.1:"));
        assertThat(Packets.differences(real, Packets.of(inside))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"http1,80", "tls,443", "http2,443", "dns,53", "quic,4433", "ssh,2222"})
    void isAnUnbrokenConversationInAnotherPlaceToo(String program, String port) throws IOException {
        Map<String, Path> sides = new TreeMap<>();
        try (Replay replay = Ringway.load(ELSEWHERE).replay()) {
            replay.binding().host("192.0.2.1=laptop").host("192.0.2.10=backend@203.0.113.80");
            for (String published : List.of(port, "8080", "8081")) {
                replay.binding().port(published + "=9000");
            }
            replay.capture(DockerHost.capture(program, "outside"));
            for (String side : List.of("laptop", "backend")) {
                sides.put(side, folder.resolve(side + ".pcap"));
                replay.out(side + ":eth0", sides.get(side), Direction.INOUT);
            }
            assertThat(replay.run().conversations()).isNotEmpty().allMatch(BoundRecordingTest::isComplete);
        }
        List<String> real = Packets.streams(Packets.of(DockerHost.capture(program, "outside")));
        for (Path side : sides.values()) {
            assertThat(Packets.streams(Packets.of(side))).isEqualTo(real);
        }
    }

    private static boolean isComplete(Conversation conversation) {
        return conversation.verdict() == Verdict.COMPLETE;
    }
}
