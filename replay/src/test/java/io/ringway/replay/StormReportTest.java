package io.ringway.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringway.packet.MacAddress;
import io.ringway.replay.report.ReplayReport;
import io.ringway.replay.report.ReportJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two cables between two bridges: the report and the trace name the way that frames go round. */
class StormReportTest {
    private static final String LAB = """
            ip link add br0 address 02:00:00:00:00:08 type bridge
            ip link add br1 address 02:00:00:00:00:09 type bridge
            ip netns add a
            ip link add va address 02:00:00:00:01:0a type veth peer name eth0 address 02:00:00:00:00:0a netns a
            ip link add left0 address 02:00:00:00:01:01 type veth peer name right0 address 02:00:00:00:01:02
            ip link add left1 address 02:00:00:00:01:03 type veth peer name right1 address 02:00:00:00:01:04
            ip link set va master br0 up
            ip link set left0 master br0 up
            ip link set left1 master br0 up
            ip link set right0 master br1 up
            ip link set right1 master br1 up
            ip link set br0 up
            ip link set br1 up
            ip -n a link set eth0 up
            """;
    private static final String CYCLE = "br0:left0 -> br1:right1 -> br0:left0";

    @TempDir
    Path folder;

    @Test
    void namesTheCycle() throws IOException {
        byte[] broadcast = Packets.syn(MacAddress.BROADCAST, SmallHost.A, "10.0.0.1:1", "10.0.0.2:2");
        Path input = new PcapBytes().at(0, broadcast).write(folder.resolve("in.pcap"));
        Path trace = folder.resolve("trace.ndjson");
        ReplayReport report = Ringway.parse("loop.sh", LAB)
                .replay()
                .in("a:eth0", input)
                .trace(trace)
                .run();
        assertThat(report.storm()).isEqualTo(CYCLE);
        assertThat(ReportJson.print(report)).contains("\"storm\" : \"" + CYCLE + "\"");
        try (var lines = Files.lines(trace)) {
            assertThat(lines.anyMatch(line -> line.contains("\"cycle\":\"" + CYCLE + "\"")))
                    .isTrue();
        }
    }
}
