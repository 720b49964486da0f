package io.ringway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** tcpreplay's and tcpdump's habits, as words of the command. */
class PaceOptionsTest {
    private static final Path DEMO = Path.of("../examples/docker-host");
    private static final String INPUT = "nginx:eth0=" + DEMO.resolve("nginx.pcap");

    @TempDir
    Path folder;

    private static Run replay(String... more) {
        List<String> words = new ArrayList<>(List.of("replay", DEMO.toString(), "--in", INPUT));
        words.addAll(List.of(more));
        return Run.ringway(words.toArray(new String[0]));
    }

    @Test
    void closesWithASummaryInTcpreplaysForm() {
        Run run = replay("--limit", "100", "--pps", "100000");
        assertThat(run.exitCode()).isZero();
        assertThat(run.err().lines().toList().get(0))
                .matches("Actual: 100 packets \\(\\d+ bytes\\) sent in .* seconds");
        assertThat(run.err().lines().skip(1)).anyMatch(line -> line.matches("Rated: .* Bps, .* Mbps, .* pps"));
        assertThat(run.err())
                .contains(" flows, ", " fps, 94 unique flow packets, 6 unique non-flow packets\n")
                .endsWith("""
                        Statistics for network device: nginx:eth0
                        \tSuccessful packets:        100
                        \tFailed packets:            0
                        \tTruncated packets:         0
                        \tRetried packets (ENOBUFS): 0
                        \tRetried packets (EAGAIN):  0
                        """);
    }

    @Test
    void keepsQuietBesideJson() {
        Run run = replay("--limit", "30", "--pps", "100000", "--json");
        assertThat(run.out()).startsWith("{");
        assertThat(run.err()).doesNotContain("Actual", "Rated");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --speed fast             | --speed fast: topspeed, realtime, or xN as in x2 and x0.5
            --speed x0               | --speed x0.0: it takes more than 0, and at most 1000000000
            --pps 0                  | --pps 0.0: it takes more than 0, and at most 1000000000
            --mbps -1                | --mbps -1.0: it takes more than 0, and at most 1000000000
            --pps 1 --mbps 1         | the 'pps' and 'mbps' options conflict
            --speed x2 --mbps 1      | the 'speed' and 'mbps' options conflict
            --loop -1                | --loop -1: it takes 0 (for ever) or more
            --loop 0                 | --loop 0 never ends: it needs --limit, --duration or -c
            --duration 0             | --duration 0.0: it takes more than 0 seconds, and at most 1000000000
            --stats 0                | --stats 0.0: it takes more than 0 seconds, and at most 1000000000
            --limit 0                | a limit of 0 frames: it takes at least 1
            -c 0                     | -c 0: it takes at least 1 frame
            --out api:eth0           | --out api:eth0: where is it to be written? Say =FILE, as in nginx:eth0=nginx.pcap, or -w FILE
            -- tcp port 80 and       | tcp port 80 and: can't parse filter expression: syntax error
            """)
    void refusesWhatMakesNoSense(String words, String message) {
        Run run = replay(words.trim().split(" +"));
        assertThat(run.err()).isEqualTo("ringway: " + message + "\n");
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @Test
    void takesAFilterAsOneWordOrAsSeveral() {
        Run one = replay("--json", "--", "udp port 53 or icmp");
        Run several = replay("--json", "--", "udp", "port", "53", "or", "icmp");
        assertThat(one.out()).contains("\"in\" : ").doesNotContain("\"protocol\" : \"tcp\"");
        assertThat(several.out().replaceAll("\"wall_ms\".*", ""))
                .isEqualTo(one.out().replaceAll("\"wall_ms\".*", ""));
    }

    @Test
    void writesWhatOneTcpdumpWouldHaveSeen() throws IOException {
        Path all = folder.resolve("all.pcap");
        Path one = folder.resolve("one.pcap");
        Path own = folder.resolve("own.pcap");
        replay("--limit", "20", "-w", all.toString());
        replay("--limit", "20", "-w", one.toString(), "--out", "host:eth0,out");
        replay("--limit", "20", "--out", "host:eth0=" + own + ",out");
        assertThat(one).hasSameBinaryContentAs(own);
        assertThat(Files.size(all)).isGreaterThan(3 * Files.size(one));
    }

    @Test
    void stopsOnceEnoughWasSeen() throws IOException {
        Path out = folder.resolve("out.pcap");
        replay("-c", "1", "-w", out.toString());
        assertThat(Files.size(out)).as("a file header and an ARP request").isEqualTo(24 + 16 + 42);
    }

    @Test
    void refusesToReplayWithoutALab() {
        Run run = Run.ringway("replay", "--in", INPUT, "--", "tcp");
        assertThat(run.err()).isEqualTo("ringway: Missing required parameter: 'LAB'\n");
        assertThat(run.exitCode()).isEqualTo(2);
    }
}
