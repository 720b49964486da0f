package io.ringway.lab.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringway.engine.Network;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Snapshots of this project's labs on the kernel, after a ping of each address from everywhere, and of a host with a real
 * Docker daemon: the model that they make answers as the kernel did.
 */
class RecordedSnapshotTest {
    static String recorded(String name) throws IOException {
        try (InputStream packed = RecordedSnapshotTest.class.getResourceAsStream("/snapshot/" + name + ".snapshot.gz");
                InputStream text = new GZIPInputStream(packed)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "docker-isolation, 60",
        "iptables-sets-match, 48",
        "vxlan-moved, 60",
        "macvlan-private, 60",
        "rule-marks, 60",
        "routing-multipath-ports, 60",
        "docker-host, 60"
    })
    void theModelAnswersAsTheKernelDid(String name, int answers) throws IOException {
        SnapshotJudge judge = new SnapshotJudge(name, recorded(name));
        assertThat(judge.differences()).isEmpty();
        assertThat(judge.compared()).isEqualTo(answers);
        assertThat(judge.warnings()).hasSize(name.equals("docker-host") ? 1 : 0);
    }

    @Test
    void aDockerHostHasItsContainersByName() throws IOException {
        SnapshotJudge judge = new SnapshotJudge("host", recorded("docker-host"));
        Network network = judge.network();
        assertThat(network.find("shop_web_1").devices()).hasSize(3);
        assertThat(network.find("sidecar")).isSameAs(network.find("plain"));
        assertThat(network.find("onhost")).isSameAs(network.first());
        assertThat(network.find("f51dfce9ea2c").name()).isEqualTo("shop_web_1");
        assertThat(judge.warnings())
                .containsExactly("host:226:1: host: eth0: its other end is in a namespace that was not seen:"
                        + " an interface that goes outside");
    }

    /** What passes through a container's environment and command line is nobody's business. */
    @Test
    void noSecretOfAContainerIsRecorded() throws IOException {
        assertThat(recorded("docker-host"))
                .contains("com.docker.compose.service")
                .doesNotContain("SECRET", "verysecret", "httpd");
    }

    /** A planted difference, so that the judge is known to see one. */
    @ParameterizedTest
    @CsvSource({
        "'\"mtu\":1500', '\"mtu\":1400'",
        "'net/ipv4/ip_forward:1', 'net/ipv4/ip_forward:2'",
        "'--dport 8080 -j DNAT', '--dport 8088 -j DNAT'",
        "'\"dst\":\"default\"', '\"dst\":\"10.0.0.0/8\"'",
        "'\"state\":[\"REACHABLE\"]', '\"state\":[\"PERMANENT\"]'",
        "'dport=8080', 'dport=8888'"
    })
    void theJudgeSeesADifference(String was, String becomes) throws IOException {
        String text = recorded("docker-host");
        assertThat(text).contains(was);
        SnapshotJudge judge = new SnapshotJudge("host", text, text.replace(was, becomes));
        assertThat(judge.differences()).isNotEmpty();
    }
}
