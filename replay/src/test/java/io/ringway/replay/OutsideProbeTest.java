package io.ringway.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringway.replay.probe.Probe;
import io.ringway.replay.probe.ProbeReport;
import io.ringway.replay.request.ReplayException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** Addresses that nobody in the model has, behind an interface that goes outside. */
class OutsideProbeTest {
    private static final String LAB = """
            ip netns add web
            ip tuntap add dev eth0 mode tap
            ip link add v0 type veth peer name eth0 netns web
            ip addr add 10.0.0.1/24 dev v0
            ip -n web addr add 10.0.0.2/24 dev eth0
            ip addr add 192.0.2.10/24 dev eth0
            ip link set eth0 up; ip link set v0 up; ip -n web link set eth0 up
            ip route add default via 192.0.2.1
            ip -n web route add default via 10.0.0.1
            sysctl -w net.ipv4.ip_forward=1
            iptables -t nat -A PREROUTING -p tcp --dport 8080 -j DNAT --to 10.0.0.2:80
            iptables -t nat -A POSTROUTING -s 10.0.0.0/24 -o eth0 -j MASQUERADE
            iptables -A FORWARD -s 203.0.113.66 -j DROP
            """;

    private static ProbeReport probe(Ringway ringway, String from, String to, String protocol, int port) {
        return ringway.probe(Probe.of("", from, to, protocol, port, Probe.DEFAULT_SOURCE_PORT));
    }

    @Test
    void comesInWhereTheModelsRoutesLeadToItAndHearsTheAnswer() {
        ProbeReport report = probe(Ringway.parse("lab", LAB), "203.0.113.9", "192.0.2.10", "tcp", 8080);
        assertThat(report.verdict()).isEqualTo(ProbeReport.Verdict.DELIVERED);
        assertThat(report.where()).isEqualTo("web");
        assertThat(report.arrived())
                .hasToString(new ProbeReport.Tuple("tcp", "203.0.113.9", 40_000, "10.0.0.2", 80).toString());
        assertThat(report.reply().where()).isEqualTo("outside");
        assertThat(report.reply().arrived().source()).isEqualTo("192.0.2.10");
        assertThat(report.answer()).isEqualTo(ProbeReport.Answer.REFUSED);
    }

    @Test
    void aNeighbourOutsideAnswersArp() {
        ProbeReport report = probe(Ringway.parse("lab", LAB), "192.0.2.77", "host", "icmp", 0);
        assertThat(report.answer()).isEqualTo(ProbeReport.Answer.ACCEPTED);
    }

    @Test
    void aRuleDecidesAboutIt() {
        ProbeReport report = probe(Ringway.parse("lab", LAB), "203.0.113.66", "192.0.2.10", "tcp", 8080);
        assertThat(report.verdict()).isEqualTo(ProbeReport.Verdict.DROPPED);
        assertThat(report.rule().text()).contains("203.0.113.66");
    }

    @Test
    void whatLeavesTheModelIsDeliveredOutside() {
        ProbeReport report = probe(Ringway.parse("lab", LAB), "web", "8.8.8.8", "udp", 53);
        assertThat(report.verdict()).isEqualTo(ProbeReport.Verdict.DELIVERED);
        assertThat(report.where()).isEqualTo("outside");
        assertThat(report.arrived().source()).isEqualTo("192.0.2.10");
        assertThat(report.answer()).isEqualTo(ProbeReport.Answer.NONE);
        assertThat(report.note()).isEqualTo("nobody in the model has 8.8.8.8: it is outside, where nothing answers");
    }

    @Test
    void anInterfaceOutsideMayBeABridgesPort() {
        Ringway ringway = Ringway.parse(
                "lab",
                "ip tuntap add dev eth0 mode tap; ip link add br0 type bridge; ip link set eth0 master br0\n"
                        + "ip addr add 192.0.2.10/24 dev br0; ip link set eth0 up; ip link set br0 up\n");
        assertThat(probe(ringway, "192.0.2.77", "host", "icmp", 0).answer()).isEqualTo(ProbeReport.Answer.ACCEPTED);
    }

    @Test
    void whereNoRouteLeadsOutsideNobodyIs() {
        Ringway ringway = Ringway.parse("lab", LAB + "ip route del default\n");
        assertThatThrownBy(() -> probe(ringway, "203.0.113.9", "host", "icmp", 0))
                .isInstanceOf(ReplayException.class)
                .hasMessageContaining("nobody in the model has 203.0.113.9");
    }

    /** A recorded host with a real Docker daemon: from outside to the port that a container publishes, and back. */
    @Test
    void reachesThePublishedPortOfARecordedDockerHost() throws IOException {
        Path recorded = Path.of("../lab/src/test/resources/snapshot/docker-host.snapshot.gz");
        try (InputStream text = new GZIPInputStream(Files.newInputStream(recorded))) {
            Ringway ringway = Ringway.parse("host", new String(text.readAllBytes(), StandardCharsets.UTF_8));
            ProbeReport web = probe(ringway, "203.0.113.9", "192.0.2.10", "tcp", 8080);
            assertThat(web.where()).isEqualTo("shop_web_1");
            assertThat(web.answer()).isEqualTo(ProbeReport.Answer.REFUSED);
            ProbeReport closed = probe(ringway, "203.0.113.9", "192.0.2.10", "tcp", 5432);
            assertThat(closed.where()).isEqualTo("host");
            ProbeReport apart = probe(ringway, "shop_db_1", "plain", "tcp", 80);
            assertThat(apart.verdict()).isEqualTo(ProbeReport.Verdict.DROPPED);
            assertThat(apart.rule().chain()).isEqualTo("DOCKER-ISOLATION-STAGE-2");
        }
    }
}
