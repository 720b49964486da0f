package io.ringway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a replay says of a capture that was taken where the model shows the same, or nearly so. */
class ExpectOutTest {
    private static final Path DEMO = Path.of("../examples/docker-host");

    @TempDir
    Path folder;

    private Path captured;

    @BeforeEach
    void capture() {
        captured = folder.resolve("captured.pcap");
        assertThat(replay("--out", "host:vethnginx=" + captured).exitCode()).isZero();
    }

    @Test
    void endsWithZeroWhereAllIsThereThoughTheSeedIsAnother() {
        Run run = replay("--seed", "9", "--expect-out", "host:vethnginx=" + captured);
        assertThat(run.exitCode()).isZero();
        assertThat(run.out().lines())
                .last()
                .asString()
                .startsWith("host:vethnginx against " + captured + ": ")
                .contains(" the same, 0 changed, 0 missing, 0 extra, 0 in another order");
    }

    @Test
    void endsWithOneAndNamesTheFrameThatOnlyTheModelHas() throws IOException {
        byte[] bytes = Files.readAllBytes(captured);
        int first = 24 + 16 + (bytes[24 + 8] & 0xff);
        byte[] fewer = Arrays.copyOf(bytes, bytes.length - (first - 24));
        System.arraycopy(bytes, first, fewer, 24, bytes.length - first);
        Path cut = Files.write(folder.resolve("cut.pcap"), fewer);
        Run run = replay("--expect-out", "host:vethnginx=" + cut);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains(" 0 missing, 1 extra, ", "\n  extra: the model's frame ");
        Run json = replay("--expect-out", "host:vethnginx=" + cut, "--json");
        assertThat(json.exitCode()).isEqualTo(1);
        JsonNode report = new ObjectMapper().readTree(json.out());
        assertThat(report.get("frames").get("in").intValue()).isEqualTo(100);
        assertThat(report.get("expect_out").get(0).get("extra")).hasSize(1);
    }

    @Test
    void showsBothModelsBesideWhatWasCapturedSoThatTheLikerOneIsSeen() throws IOException {
        Path other = folder.resolve("b.sh");
        Files.writeString(
                other, Files.readString(DEMO.resolve("lab.sh")) + "iptables -I FORWARD 1 -d 172.17.0.2 -j DROP\n");
        String[] both = {"--expect-out", "host:vethnginx=" + captured, "--against", other.toString()};
        Run run = replay(both);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out().lines().filter(line -> line.contains(" against ")))
                .satisfiesExactly(
                        line -> assertThat(line)
                                .startsWith("A: host:vethnginx against ")
                                .contains(" 0 missing, 0 extra, "),
                        line -> assertThat(line)
                                .startsWith("B: host:vethnginx against ")
                                .containsPattern(" [1-9]\\d* missing, 0 extra, "));
        JsonNode json = new ObjectMapper()
                .readTree(replay(both[0], both[1], both[2], both[3], "--json").out());
        assertThat(json.get("differing").intValue()).isPositive();
        assertThat(json.get("expect_out").get("a").get(0).get("missing")).isEmpty();
        assertThat(json.get("expect_out").get("b").get(0).get("missing")).isNotEmpty();
    }

    @Test
    void endsWithZeroWhereBothModelsAreLikeTheCapture() {
        Run run = replay("--expect-out", "host:vethnginx=" + captured, "--against", DEMO.toString());
        assertThat(run.exitCode()).as(run.out()).isZero();
    }

    private static Run replay(String... more) {
        List<String> words = new ArrayList<>(List.of("replay", DEMO.toString(), "--limit", "100"));
        for (String end : List.of("nginx", "internet")) {
            words.addAll(List.of("--in", end + ":eth0=" + DEMO.resolve(end + ".pcap")));
        }
        words.addAll(List.of(more));
        return Run.ringway(words.toArray(String[]::new));
    }
}
