package io.ringway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes to stdout, what to stderr, and what the exit code says. */
class ReplayCommandTest {
    private static final Path DEMO = Path.of("../examples/docker-host");
    private static final String NGINX = DEMO.resolve("nginx.pcap").toString();

    @TempDir
    Path folder;

    @Test
    void printsItsReportOnStdoutAndNothingElseAnywhere() {
        Run run = Run.ringway("replay", DEMO.toString(), "--in", "nginx:eth0=" + NGINX);
        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).startsWith("frames in").contains("INTERFACE", "CONVERSATION", "host:docker0");
    }

    @Test
    void printsNothingButJsonOnStdoutWhereItIsAskedFor() throws IOException {
        Path cut = folder.resolve("cut.pcap");
        Files.write(cut, Arrays.copyOf(Files.readAllBytes(Path.of(NGINX)), 100_000));
        Run run = Run.ringway("replay", DEMO.toString(), "--in", "nginx:eth0=" + cut, "--json", "--seed", "7");
        JsonNode json = new ObjectMapper().readTree(run.out());
        assertThat(json.get("seed").intValue()).isEqualTo(7);
        assertThat(json.get("frames").get("in").intValue()).isEqualTo(94);
        assertThat(json.get("warnings").get(0).textValue()).contains("cut off after frame 94");
        assertThat(run.err().lines()).singleElement().asString().contains("cut.pcap: cut off after frame 94");
        assertThat(run.exitCode()).as("what was there was replayed").isZero();
    }

    @Test
    void failsWhereTheCapturesHoldNoFrame() throws IOException {
        Path none = folder.resolve("none.pcap");
        Files.write(none, Arrays.copyOf(Files.readAllBytes(Path.of(NGINX)), 24));
        Run run = Run.ringway("replay", DEMO.toString(), "--in", "nginx:eth0=" + none);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).isEqualTo("ringway: nothing was replayed: no frame came of the captures\n");
    }

    @Test
    void failsWithTheReasonsAndAHintWhereNothingWasDelivered() throws IOException {
        Path lab = Files.writeString(folder.resolve("lab.sh"), """
                ip netns add web
                ip link add v type veth peer name eth0 netns web
                ip -n web link set eth0 up
                """);
        Run run = Run.ringway("replay", lab.toString(), "--in", "web:eth0=" + NGINX, "--limit", "30");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err().lines())
                .containsExactly(
                        "ringway: nothing was delivered, of 24 frames:",
                        "ringway:   24 x SKB_DROP_REASON_DEV_READY at eth0 in web: the device is not ready to send (the"
                                + " first: tcp 172.17.0.2:80 > 203.0.113.77:50790)",
                        "ringway:       ip link set v up: it is the other end",
                        "ringway:   --trace FILE shows every step of every frame");
    }

    @Test
    void failsWhereStdoutTakesNothing() {
        StringWriter err = new StringWriter();
        int exitCode = RingwayCommand.execute(
                new PrintWriter(new FullDisk(), true, StandardCharsets.UTF_8),
                new PrintWriter(err, true),
                "replay",
                DEMO.toString(),
                "--in",
                "nginx:eth0=" + NGINX,
                "--json");
        assertThat(exitCode).isEqualTo(1);
        assertThat(err).hasToString("ringway: standard output cannot be written\n");
    }

    @Test
    void listsItsCommandsAndOptions() {
        assertThat(Run.ringway("--help").out()).contains("demo", "replay", "conform");
        Run help = Run.ringway("replay", "--help");
        assertThat(help.exitCode()).isZero();
        assertThat(help.out())
                .contains(List.of(
                        "--in", "--out", "--out-dir", "--state", "--trace", "--alive", "--batch", "--seed", "--json"));
        assertThat(help.err()).isEmpty();
    }

    @Test
    void takesADirectionBehindTheLastComma() {
        var option = new CaptureOption.Converter().convert("host:eth0=a,b=c.pcap,out");
        assertThat(option.interfaceName()).isEqualTo("host:eth0");
        assertThat(option.file()).isEqualTo(Path.of("a,b=c.pcap"));
        assertThat(option.direction()).isEqualTo("out");
    }

    @Test
    void takesTwoWordsBehindTheFileOrOne() {
        var converter = new CaptureOption.Converter();
        assertThat(converter.convert("host:eth0=a.pcap,in,both"))
                .isEqualTo(new CaptureOption("host:eth0", Path.of("a.pcap"), "in,both"));
        assertThat(converter.convert("host:eth0=a.pcap,any"))
                .isEqualTo(new CaptureOption("host:eth0", Path.of("a.pcap"), "any"));
        assertThat(converter.convert("host:eth0=a,in,any.pcap").file()).isEqualTo(Path.of("a,in,any.pcap"));
    }

    private static final class FullDisk extends OutputStream {
        @Override
        public void write(int octet) throws IOException {
            throw new IOException("No space left on device");
        }
    }
}
