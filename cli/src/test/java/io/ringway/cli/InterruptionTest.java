package io.ringway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A signal that ends the program leaves whole outputs behind, and a report. */
class InterruptionTest {
    private static final String DEMO = Path.of("../examples/docker-host").toString();

    /** Beside a capture's header: the first frame went out already. */
    private static final int HEADER_BYTES = 24;

    @TempDir
    Path folder;

    @Test
    void writesWhatItHasAndReportsIt() throws IOException, InterruptedException {
        Path out = folder.resolve("out.pcap");
        Path report = folder.resolve("report");
        Path err = folder.resolve("err");
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.ringway.cli.RingwayCommand",
                        "replay",
                        DEMO,
                        "--in",
                        "nginx:eth0=" + DEMO + "/nginx.pcap",
                        "--speed",
                        "x0.001",
                        "--stats",
                        "0.05",
                        "--out",
                        "nginx:eth0=" + out))
                .redirectOutput(report.toFile())
                .redirectError(err.toFile())
                .start();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (Files.size(err) == 0 && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        process.destroy();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(err).content().contains("ringway: interrupted", "Statistics for network device: nginx:eth0");
        assertThat(report).content().startsWith("frames in");
        assertThat(Files.size(out)).isGreaterThan(HEADER_BYTES);
        assertThat(folder.toFile().list()).hasSize(3);
    }
}
