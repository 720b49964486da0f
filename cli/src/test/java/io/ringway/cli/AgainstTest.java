package io.ringway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Docker host of the examples against itself with one line changed. */
class AgainstTest {
    private static final Path DEMO = Path.of("../examples/docker-host");

    @TempDir
    Path folder;

    private String lab;

    @BeforeEach
    void readTheLab() throws IOException {
        lab = Files.readString(DEMO.resolve("lab.sh"));
    }

    @Test
    void endsWithZeroWhereNothingDiffers() {
        Run run = against(DEMO);
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).isEqualTo("0 of 28 conversations differ\n");
    }

    @Test
    void listsWhatARuleMoreStopsOnceForAllThatItStops() throws IOException {
        Run run = against(other(lab + "iptables -I FORWARD 1 -p tcp --dport 80 -d 172.17.0.2 -j DROP\n"));
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out().lines())
                .containsExactly(
                        "6 of 28 conversations differ",
                        "complete -> never started:",
                        "  tcp 203.0.113.77:50790 > 192.168.1.100:8080  A 10 of 10 as 203.0.113.77:50790 > 172.17.0.2:80"
                                + "  B 5 of 10",
                        "  tcp 203.0.113.77:50792 > 192.168.1.100:8080  A 10 of 10 as 203.0.113.77:50792 > 172.17.0.2:80"
                                + "  B 5 of 10",
                        "  tcp 203.0.113.77:52113 > 192.168.1.100:8080  A 3 of 3 as 203.0.113.77:52113 > 172.17.0.2:80"
                                + "  B 2 of 3",
                        "  tcp 203.0.113.77:47779 > 192.168.1.100:8080  A 3 of 3 as 203.0.113.77:47779 > 172.17.0.2:80"
                                + "  B 2 of 3",
                        "  tcp 203.0.113.77:52290 > 192.168.1.100:8080  A 82 of 82 as 203.0.113.77:52290 >"
                                + " 172.17.0.2:80  B 56 of 82",
                        "  and 1 more (--json lists all)",
                        "  A: arrives in nginx, let pass by filter/DOCKER rule 1: -d 172.17.0.2/32 ! -i docker0 -o docker0"
                                + " -p tcp -m tcp --dport 80 -j ACCEPT, translated by nat/DOCKER rule 2: ! -i docker0 -p tcp"
                                + " -m tcp --dport 8080 -j DNAT --to-destination 172.17.0.2:80",
                        "  B: lost in host FORWARD: SKB_DROP_REASON_NETFILTER_DROP (dropped by a netfilter rule or policy),"
                                + " by filter/FORWARD rule 1: -d 172.17.0.2/32 -p tcp -m tcp --dport 80 -j DROP, translated by"
                                + " nat/DOCKER rule 2: ! -i docker0 -p tcp -m tcp --dport 8080 -j DNAT --to-destination"
                                + " 172.17.0.2:80");
    }

    @Test
    void namesTheRuleOfEachSideAsJsonWhereAnotherTargetIsMeant() throws IOException {
        Run run = against(
                other(lab.replace("--to-destination 172.17.0.2:80", "--to-destination 172.17.0.3:80")), "--json");
        assertThat(run.exitCode()).isEqualTo(1);
        JsonNode json = new ObjectMapper().readTree(run.out());
        assertThat(json.get("differing").intValue()).isEqualTo(6);
        for (JsonNode each : json.get("differences")) {
            assertThat(each.get("to").textValue()).isEqualTo("192.168.1.100:8080");
            assertThat(each.get("a").get("translated_by").get("text").textValue())
                    .endsWith("172.17.0.2:80");
            assertThat(each.get("b").get("translated_by").get("text").textValue())
                    .endsWith("172.17.0.3:80");
        }
    }

    @Test
    void readsStandardInputForOneModelOnly() {
        Run run = Run.ringway("replay", DEMO.toString(), "--in", "nginx:eth0=-", "--against", DEMO.toString());
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo("ringway: --against: standard input can be read only once, not for two models\n");
    }

    private Path other(String text) throws IOException {
        return Files.writeString(folder.resolve("b.sh"), text);
    }

    private static Run against(Path other, String... more) {
        List<String> words = new ArrayList<>(List.of("replay", DEMO.toString()));
        for (String end : List.of("nginx", "internet")) {
            words.addAll(List.of("--in", end + ":eth0=" + DEMO.resolve(end + ".pcap")));
        }
        words.addAll(List.of("--limit", "200", "--against", other.toString()));
        words.addAll(List.of(more));
        return Run.ringway(words.toArray(String[]::new));
    }
}
