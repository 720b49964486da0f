package io.ringway.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringway.packet.TcpHeader;
import io.ringway.replay.comparison.ComparisonJson;
import io.ringway.replay.comparison.FlowOutcomes;
import io.ringway.replay.comparison.ModelComparison;
import io.ringway.replay.comparison.ModelComparison.Difference;
import io.ringway.replay.conversation.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One capture, two models: which conversations fare otherwise, and by which rule on each side. */
class ModelComparisonTest {
    private static final String CLIENT = "192.168.9.2:40000";
    private static final String INSIDE = "10.0.0.10:41000";
    private static final String WEB = "192.168.9.2:80";

    @TempDir
    Path folder;

    @Test
    void nothingDiffersBetweenEqualModels() throws IOException {
        ModelComparison same = compare("", "");
        assertThat(same.conversations()).isEqualTo(3);
        assertThat(same.differences()).isEmpty();
    }

    @Test
    void namesTheRuleThatDropsAndTheOneThatLetPassAndNothingElse() throws IOException {
        String accepts = "iptables -A FORWARD -d 10.0.0.11 -j ACCEPT\n";
        Difference only = only(accepts, accepts + "iptables -I FORWARD 1 -p tcp --dport 80 -d 10.0.0.11 -j DROP");
        assertThat(only.from()).isEqualTo(CLIENT);
        assertThat(only.to()).isEqualTo("192.168.9.1:8080");
        assertThat(only.a().verdict()).isEqualTo(Verdict.COMPLETE);
        assertThat(only.a().rule()).hasToString("filter/FORWARD rule 2: -d 10.0.0.11/32 -j ACCEPT");
        assertThat(only.a().where()).isEqualTo("b");
        assertThat(only.a().arrived()).isEqualTo(3);
        assertThat(only.b().verdict()).isEqualTo(Verdict.NEVER_STARTED);
        assertThat(only.b().rule())
                .hasToString("filter/FORWARD rule 1: -d 10.0.0.11/32 -p tcp -m tcp --dport 80 -j DROP");
        assertThat(only.b().where()).isEqualTo("host FORWARD");
        assertThat(only.b().lost()).isEqualTo(1);
        assertThat(only.b().lostFrom()).isEqualTo(CLIENT);
    }

    @Test
    void saysTheOtherWayRoundWhatPassesNow() throws IOException {
        Difference only = only("iptables -I FORWARD 1 -p tcp --dport 80 -d 10.0.0.11 -j DROP", "");
        assertThat(only.a().verdict()).isEqualTo(Verdict.NEVER_STARTED);
        assertThat(only.b().verdict()).isEqualTo(Verdict.COMPLETE);
        assertThat(only.b().rule()).hasToString("filter/FORWARD policy");
    }

    @Test
    void showsWhereAnotherNatTargetLeadsAndWhichRuleItIs() throws IOException {
        Difference only = only(
                "",
                "iptables -t nat -R PREROUTING 1 -i eth0 -p tcp --dport 8080 -j DNAT"
                        + " --to-destination 10.0.0.10:80");
        assertThat(only.a().translator().text()).endsWith("--to-destination 10.0.0.11:80");
        assertThat(only.b().translator().text()).endsWith("--to-destination 10.0.0.10:80");
        assertThat(only.a().arrivedAs()).isEqualTo(CLIENT + " > 10.0.0.11:80");
        assertThat(only.b().arrivedAs()).isEqualTo(CLIENT + " > 10.0.0.10:80");
    }

    @Test
    void saysThatARouteIsGone() throws IOException {
        Difference only = only("", "ip -n b route del default");
        assertThat(only.to()).isEqualTo("192.168.9.1:8080");
        assertThat(only.a().verdict()).isEqualTo(Verdict.COMPLETE);
        assertThat(only.b().verdict()).isEqualTo(Verdict.CUT);
        assertThat(only.b().reason()).contains("NO");
        assertThat(only.b().lostFrom()).isEqualTo("10.0.0.11:80");
        assertThat(only.b().where()).startsWith("b ");
    }

    @Test
    void leavesAPortThatNatChoseToIt() throws IOException {
        assertThat(compare("", "iptables -t nat -R POSTROUTING 1 -s 10.0.0.0/24 ! -o br0 -j MASQUERADE --random")
                        .differences())
                .isEmpty();
    }

    @Test
    void saysTheSameTwice() throws IOException {
        String drop = "iptables -I FORWARD 1 -j DROP";
        assertThat(ComparisonJson.print(compare("", drop))).isEqualTo(ComparisonJson.print(compare("", drop)));
    }

    private Difference only(String moreOfA, String moreOfB) throws IOException {
        ModelComparison comparison = compare(moreOfA, moreOfB);
        assertThat(comparison.differences()).hasSize(1);
        return comparison.differences().get(0);
    }

    private ModelComparison compare(String moreOfA, String moreOfB) throws IOException {
        return ModelComparison.of(run(moreOfA), run(moreOfB));
    }

    /** A published port with its answer, one masqueraded segment, one ping within. */
    private FlowOutcomes run(String more) throws IOException {
        int ack = TcpHeader.ACK;
        Path out = new PcapBytes()
                .at(0, Packets.syn(SmallHost.ETH0, SmallHost.OUT, CLIENT, "192.168.9.1:8080"))
                .at(20, Packets.tcp(SmallHost.ETH0, SmallHost.OUT, CLIENT, "192.168.9.1:8080", ack, 1001, 5001))
                .write(folder.resolve("out.pcap"));
        byte[] answer =
                Packets.tcp(SmallHost.BR0, SmallHost.B, "10.0.0.11:80", CLIENT, TcpHeader.SYN | ack, 5000, 1001);
        Path b = new PcapBytes().at(10, answer).write(folder.resolve("b.pcap"));
        Path a = new PcapBytes()
                .at(30, Packets.syn(SmallHost.BR0, SmallHost.A, INSIDE, WEB))
                .at(40, Packets.echoRequest(SmallHost.B, SmallHost.A, "10.0.0.10", "10.0.0.11"))
                .write(folder.resolve("a.pcap"));
        FlowOutcomes outcomes = new FlowOutcomes();
        try (Replay replay = Ringway.parse("small.sh", SmallHost.lab() + more).replay()) {
            replay.in("out:eth0", out)
                    .in("b:@ip", b)
                    .in("a:eth0", a)
                    .follow(outcomes)
                    .run();
        }
        return outcomes;
    }
}
