package io.ringway.conformance.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A snapshot of a Docker host, with what was captured on both sides of it, gives both sides as they were. */
class RecordedHostTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"http1", "tls", "http2", "dns", "quic", "ssh", "scan", "traceroute"})
    void translatesEachConversationAsTheHostDid(String program) throws IOException {
        DockerHost host = new DockerHost(folder);
        host.replay(program);
        assertThat(host.differences(program)).isEqualTo(known(program));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http1", "dns", "ssh", "scan", "traceroute"})
    void doesSoFromOneCaptureOfAllInterfaces(String program) throws IOException {
        DockerHost host = new DockerHost(folder);
        host.replayAny(program);
        assertThat(host.differences(program)).isEqualTo(known(program));
    }

    /** Their sums had been left to the devices, and are done in the model. */
    @Test
    void letsSegmentsLargerThanTheMtuThroughAsTheHostDid() throws IOException {
        DockerHost host = new DockerHost(folder);
        host.replay("offloaded");
        for (String side : List.of("outside", "web")) {
            List<String> real = Packets.streams(Packets.of(DockerHost.capture("offloaded", side)));
            assertThat(real).hasSize(2).anyMatch(stream -> stream.length() > 50_000);
            assertThat(Packets.streams(Packets.of(host.output(side)))).isEqualTo(real);
        }
    }

    @Test
    void differsFromWhatTheInsideSawWhereTheHostPublishesNothing() throws IOException {
        DockerHost host = new DockerHost(folder);
        host.replay("http1", "iptables -t nat -F DOCKER");
        assertThat(host.differences("http1")).isNotEmpty().allMatch(line -> line.contains(" in the model"));
    }

    /**
     * To a FIN without a connection, which conntrack leaves untranslated, the model's host answers with a reset; the real one
     * had programs that listened there, Docker's own proxy, and a listening socket says nothing to it. A snapshot does not
     * know of programs.
     */
    private static List<String> known(String program) throws IOException {
        if (!program.equals("scan")) {
            return List.of();
        }
        return Packets.of(DockerHost.capture("scan", "outside")).entrySet().stream()
                .filter(one -> one.getKey().matches("tcp .* > 192.0.2.10:(80|443)"))
                .filter(one -> one.getValue().stream().allMatch(Packets::isOnlyFin))
                .map(one -> "outside: " + Packets.back(one.getKey()) + ": 1 packets in the model only")
                .sorted()
                .toList();
    }
}
