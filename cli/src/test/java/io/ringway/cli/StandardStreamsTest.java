package io.ringway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code -} for standard input and output: data alone goes out there, and each is used once. */
class StandardStreamsTest {
    private static final String DEMO = Path.of("../examples/docker-host").toString();
    private static final String NGINX = DEMO + "/nginx.pcap";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "replay - --in a:b=-",
                "replay DEMO --in nginx:eth0=- --in api:eth0=-",
                "replay DEMO --in nginx:eth0=- --conntrack -",
                "replay DEMO --in nginx:eth0=- --conntrack host=-",
                "trace - --probes -",
                "export - --in a:b=-",
                "run - --conntrack -"
            })
    void refusesToReadStandardInputTwice(String words) {
        Run run = Run.ringway(words.replace("DEMO", DEMO).split(" "));
        assertThat(run.err()).isEqualTo("ringway: -: standard input can be read only once\n");
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--out api:eth0=- --out host:eth0=-",
                "-w - --trace -",
                "--state - --log -",
                "--out api:eth0=- --events -"
            })
    void refusesToWriteStandardOutputTwice(String words) {
        Run run = Run.ringway(("replay " + DEMO + " --in nginx:eth0=" + NGINX + " " + words).split(" "));
        assertThat(run.err()).isEqualTo("ringway: -: standard output can be written by one output only\n");
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @Test
    void pipesACaptureThroughAndKeepsItsReportApart() throws IOException, InterruptedException {
        Path out = folder.resolve("out.pcap");
        Path err = folder.resolve("err");
        Path expected = folder.resolve("expected.pcap");
        Run.ringway("replay", DEMO, "--in", "nginx:eth0=" + NGINX, "--limit", "50", "-w", expected.toString());
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "io.ringway.cli.RingwayCommand");
        List<String> words =
                new ArrayList<>(List.of("replay", DEMO, "--in", "nginx:eth0=-", "--limit", "50", "-w", "-"));
        words.addAll(0, command);
        Process process = new ProcessBuilder(words)
                .redirectInput(Path.of(NGINX).toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        assertThat(out).hasSameBinaryContentAs(expected);
        assertThat(err).content().startsWith("frames in");
    }
}
