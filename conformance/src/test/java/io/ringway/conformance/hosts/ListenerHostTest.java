package io.ringway.conformance.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringway.replay.Replay;
import io.ringway.replay.Ringway;
import io.ringway.replay.report.ReplayReport;
import io.ringway.replay.request.Direction;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A host on which programs listened, and what a port scanner found there: {@code hosts/listener/record}. */
class ListenerHostTest {
    private static final Path FOLDER = Path.of("hosts/listener");

    @TempDir
    private Path folder;

    @Test
    void theSocketsOfRecordedProgramsAnswerProbesAsTheKernelDidButForTheProgramsThemselves() throws IOException {
        Path seen = folder.resolve("outside.pcap");
        ReplayReport report;
        try (Replay replay = Ringway.load(FOLDER.resolve("host.snapshot")).replay()) {
            replay.arrivingOf("host:eth0", FOLDER.resolve("outside.pcap.gz"), false);
            replay.out("host:eth0", seen, Direction.INOUT);
            report = replay.run();
        }
        assertThat(Packets.differences(Packets.of(FOLDER.resolve("outside.pcap.gz")), Packets.of(seen)))
                .as("what accepts a connection is a program")
                .isEqualTo(List.of(
                        "tcp 192.0.2.10:22 > 192.0.2.1:40001: 1 packets and 0 in the model, the same are the first 0",
                        "tcp 192.0.2.10:443 > 192.0.2.1:40023: 1 packets and 0 in the model, the same are the first 0",
                        "tcp 192.0.2.10:80 > 192.0.2.1:40012: 1 packets and 0 in the model, the same are the first 0"));
        assertThat(report.warnings())
                .contains(
                        "19 packets went to programs that listened in host when it was recorded; the model does not have"
                                + " them, and nothing answered");
    }
}
