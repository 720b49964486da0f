package io.ringway.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ringway.replay.probe.Probe;
import io.ringway.replay.probe.ProbeJson;
import io.ringway.replay.probe.ProbeReport;
import io.ringway.replay.probe.ProbeReport.Answer;
import io.ringway.replay.probe.ProbeReport.Verdict;
import io.ringway.replay.request.ReplayException;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One conversation's first packet through the small Docker host. */
class ProbeTest {
    private final Ringway ringway = SmallHost.load();

    @Test
    void aClosedPortRefuses() {
        ProbeReport report = probe("a", "b", "tcp", 80);
        assertThat(report.verdict()).isEqualTo(Verdict.DELIVERED);
        assertThat(report.answer()).isEqualTo(Answer.REFUSED);
        assertThat(report.where()).isEqualTo("b");
        assertThat(report.reply().kind()).isEqualTo("RST");
        assertThat(report.arrived()).hasToString("tcp 10.0.0.10:40000 > 10.0.0.11:80");
        assertThat(probe("a", "b", "udp", 53).reply().kind()).isEqualTo("ICMP port unreachable");
        assertThat(probe("a", "b", "icmp", 0).answer()).isEqualTo(Answer.ACCEPTED);
    }

    @Test
    void aPublishedPortShowsItsTranslationOnTheWay() {
        ProbeReport report = ringway.probe(Probe.of("", "out", "192.168.9.1:8080", "tcp", 0, 40_000));
        assertThat(report.where()).isEqualTo("b");
        assertThat(report.arrived()).hasToString("tcp 192.168.9.2:40000 > 10.0.0.11:80");
        assertThat(report.hops())
                .extracting(ProbeReport.Step::what)
                .contains("destination 192.168.9.1:8080 becomes 10.0.0.11:80");
        assertThat(report.answer()).isEqualTo(Answer.REFUSED);
    }

    @Test
    void aRuleThatDropsIsNamed() {
        ProbeReport report = probe("a", "out", "tcp", 23);
        assertThat(report.verdict()).isEqualTo(Verdict.DROPPED);
        assertThat(report.answer()).isEqualTo(Answer.NONE);
        assertThat(report.reason()).isEqualTo("SKB_DROP_REASON_NETFILTER_DROP");
        assertThat(report.where()).isEqualTo("host FORWARD");
        assertThat(report.rule().table()).isEqualTo("filter");
        assertThat(report.rule().chain()).isEqualTo("FORWARD");
        assertThat(report.rule().number()).isEqualTo(1);
        assertThat(report.rule().text()).isEqualTo("-s 10.0.0.0/24 -p tcp -m tcp --dport 23 -j DROP");
        assertThat(report.arrived()).isNull();
        assertThat(report.reply()).isNull();
    }

    @Test
    void aPolicyThatDropsIsNamed() {
        ringway.command("iptables -P FORWARD DROP");
        ProbeReport report = probe("a", "out", "udp", 53);
        assertThat(report.verdict()).isEqualTo(Verdict.DROPPED);
        assertThat(report.rule().number()).isZero();
        assertThat(report.rule().verdict()).isEqualTo("DROP");
    }

    @Test
    void aReplyThatIsDroppedIsNoAnswer() {
        ringway.command("iptables -A FORWARD -s 192.168.9.0/24 -j DROP");
        ProbeReport report = probe("a", "out", "tcp", 80);
        assertThat(report.verdict()).isEqualTo(Verdict.DELIVERED);
        assertThat(report.answer()).isEqualTo(Answer.NONE);
        assertThat(report.reply().verdict()).isEqualTo(Verdict.DROPPED);
        assertThat(report.reply().where()).isEqualTo("host FORWARD");
        assertThat(report.reply().rule().text()).isEqualTo("-s 192.168.9.0/24 -j DROP");
    }

    @Test
    void whereThereIsNoWayIsUnreachable() {
        ringway.command("ip -n a route del default");
        assertThat(probe("a", "out", "tcp", 80).verdict()).isEqualTo(Verdict.UNREACHABLE);
        ProbeReport silent = probe("a", "10.0.0.77", "tcp", 80);
        assertThat(silent.verdict()).isEqualTo(Verdict.UNREACHABLE);
        assertThat(silent.reason()).isEqualTo("SKB_DROP_REASON_NEIGH_FAILED");
        assertThat(silent.note())
                .startsWith("the ARP request for 10.0.0.77 got to")
                .endsWith("and nobody answered");
        assertThat(probe("a", "b", "tcp", 80).note()).isEmpty();
    }

    @Test
    void theAddressOfANamespaceNearestToTheSenderIsMeant() {
        assertThat(probe("a", "host", "icmp", 0).arrived().destination()).isEqualTo("10.0.0.1");
        assertThat(probe("out", "host", "icmp", 0).arrived().destination()).isEqualTo("192.168.9.1");
        assertThat(probe("10.0.0.11", "a", "icmp", 0).where()).isEqualTo("a");
    }

    @Test
    void manyProbesInARowAnswerAsOneAlone() {
        for (int i = 0; i < 20; i++) {
            assertThat(probe("a", "b", "udp", 53).answer()).as("probe %d", i).isEqualTo(Answer.REFUSED);
        }
    }

    @Test
    void asJsonItKeepsItsIdAndNamesRuleTupleAndReply() throws IOException {
        Probe probe =
                ProbeJson.read("{\"id\":7,\"from\":\"a\",\"to\":\"out\",\"proto\":\"tcp\",\"port\":23}", "probes:1");
        JsonNode json = new ObjectMapper().readTree(ProbeJson.print(ringway.probe(probe)));
        assertThat(json.get("id").isInt()).isTrue();
        assertThat(json.get("verdict").asText()).isEqualTo("dropped");
        assertThat(json.get("answer").asText()).isEqualTo("none");
        assertThat(json.at("/rule/chain").asText()).isEqualTo("FORWARD");
        assertThat(json.at("/rule/number").asInt()).isEqualTo(1);
        assertThat(json.get("tuple_on_arrival").isNull()).isTrue();
        assertThat(json.get("reply_verdict").asText()).isEqualTo("none");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\1',
            value = {
                "{ | not JSON",
                "{} | \"proto\" is missing, or no text",
                "{\"proto\":\"sctp\"} | \"proto\" is \"sctp\", not tcp, udp or icmp",
                "{\"proto\":\"tcp\",\"from\":\"a\"} | \"to\" is missing, or no text",
                "{\"proto\":\"tcp\",\"from\":\"a\",\"to\":\"b\"} | port 0 of b: ports are 1 to 65535",
                "{\"proto\":\"tcp\",\"from\":\"a\",\"to\":\"b\",\"port\":\"x\"} | \"port\" is no number",
                "{\"proto\":\"tcp\",\"from\":\"a\",\"to\":\"b:81\",\"port\":80} | \"b:81\" and port 80: which of the two?",
                "{\"proto\":\"icmp\",\"from\":\"a\",\"to\":\"b\",\"sport\":70000} | source port 70000"
            })
    void aLineThatIsNoProbeIsRefusedWithItsPlace(String line, String words) {
        assertThatThrownBy(() -> ProbeJson.read(line, "probes:3"))
                .isInstanceOf(ReplayException.class)
                .hasMessageStartingWith("probes:3: " + words);
    }

    @Test
    void aSenderThatNobodyIsIsRefused() {
        assertThatThrownBy(() -> probe("8.8.8.8", "a", "tcp", 80))
                .hasMessage(
                        "nobody in the model has 8.8.8.8, and it has no outside segment on which such a host could be");
        assertThatThrownBy(() -> probe("c", "a", "tcp", 80)).hasMessageStartingWith("no namespace \"c\" in the lab");
        assertThatThrownBy(() -> probe("a", "c", "tcp", 80)).hasMessageStartingWith("no namespace \"c\" in the lab");
        assertThatThrownBy(() -> probe("a", "300.1.1.1", "tcp", 80)).hasMessage("\"300.1.1.1\" is no IPv4 address");
        ringway.command("ip netns add empty");
        assertThatThrownBy(() -> probe("a", "empty", "tcp", 80))
                .hasMessage("namespace empty has no address to send to");
    }

    private ProbeReport probe(String from, String to, String protocol, int port) {
        return ringway.probe(Probe.of("", from, to, protocol, port, Probe.DEFAULT_SOURCE_PORT));
    }
}
