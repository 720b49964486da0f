package io.ringway.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringway.packet.TcpHeader;
import io.ringway.replay.conversation.Conversation;
import io.ringway.replay.conversation.Verdict;
import io.ringway.replay.report.ReplayReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of conversations of bound hosts: a asks out, through {@link SmallHost}. */
class BoundVerdictTest {
    private static final int ACK = TcpHeader.ACK;
    private static final int SYN_ACK = TcpHeader.SYN | ACK;
    private static final int FIN_ACK = TcpHeader.FIN | ACK;
    private static final int RST_ACK = TcpHeader.RST | ACK;
    private static final String CLIENT = "10.9.9.9:40000";
    private static final String SERVER = "10.1.2.3:80";
    private static final String RESET = "iptables -A FORWARD -p tcp --dport 80 -j REJECT --reject-with tcp-reset";

    @TempDir
    Path folder;

    private final Ringway ringway = SmallHost.load();

    @Test
    void isCutByARuleThatComesInTheMiddle() throws IOException {
        Conversation only = run(download(), replay -> replay.at(0.15, "iptables -I FORWARD -p tcp --sport 80 -j DROP"));
        assertThat(only.verdict()).isEqualTo(Verdict.CUT);
        assertThat(only.lost().fromInitiator()).isFalse();
        assertThat(only.lost().packet()).isEqualTo(2);
        assertThat(only.lost().loss().toString())
                .isEqualTo("host filter/FORWARD rule 1: -p tcp -m tcp --sport 80 -j DROP");
        assertThat(only.arrivedOfResponder()).as("nothing of it after that").isEqualTo(1);
    }

    @Test
    void isCutByAnInterfaceThatGoesDown() throws IOException {
        Conversation only = run(download(), replay -> replay.at(0.15, "ip link set eth0 down"));
        assertThat(only.verdict()).isEqualTo(Verdict.CUT);
        assertThat(only.lost().packet()).isEqualTo(2);
        assertThat(only.lost().loss().reason()).isNotEmpty();
    }

    @Test
    void neverStartsWhereItIsRejected() throws IOException {
        ringway.command(RESET);
        Conversation only = run(download());
        assertThat(only.verdict()).isEqualTo(Verdict.NEVER_STARTED);
        assertThat(only.lost().loss().rule().toString())
                .startsWith("filter/FORWARD rule 2: -p tcp -m tcp --dport 80 -j REJECT");
        assertThat(only.arrivedOfResponder()).isZero();
    }

    @Test
    void isCutWhereItIsRejectedInTheMiddle() throws IOException {
        Conversation only = run(download(), replay -> replay.at(0.25, RESET.replace("-A", "-I")));
        assertThat(only.verdict()).isEqualTo(Verdict.CUT);
        assertThat(only.lost().fromInitiator()).isTrue();
        assertThat(only.lost().packet()).isEqualTo(3);
    }

    @Test
    void neverStartsWhereNobodyAnswersArp() throws IOException {
        ringway.command("ip -n out link set eth0 arp off");
        ringway.command("ip -n out neigh add 192.168.9.1 lladdr 02:00:00:00:00:02 dev eth0");
        Conversation only = run(download());
        assertThat(only.verdict()).isEqualTo(Verdict.NEVER_STARTED);
        assertThat(only.lost().loss().reason()).isEqualTo("SKB_DROP_REASON_NEIGH_FAILED");
        assertThat(only.lost().loss().namespace()).isEqualTo("host");
    }

    @Test
    void isCutWhereConntrackHoldsAPacketForInvalid() throws IOException {
        ringway.command("iptables -A FORWARD -m conntrack --ctstate INVALID -j DROP");
        PcapBytes capture = open().at(300_000, Packets.tcp(1, 2, CLIENT, SERVER, ACK, 900_000_000, 5001));
        Conversation only = run(capture);
        assertThat(only.verdict()).isEqualTo(Verdict.CUT);
        assertThat(only.lost().loss().rule().toString()).contains("--ctstate INVALID -j DROP");
    }

    @Test
    void isCompleteThoughTheCaptureBeginsInTheMiddle() throws IOException {
        PcapBytes capture = new PcapBytes()
                .at(0, Packets.tcp(2, 1, SERVER, CLIENT, ACK, 5001, 1001))
                .at(100_000, Packets.tcp(1, 2, CLIENT, SERVER, ACK, 1001, 5001))
                .at(200_000, Packets.tcp(2, 1, SERVER, CLIENT, FIN_ACK, 5001, 1001));
        ringway.command("ip route add 10.9.9.0/24 dev br0");
        Conversation only = run(capture, replay -> {}, "10.9.9.9=a", "10.1.2.3=b");
        assertThat(only.verdict()).as("%s", only.lost()).isEqualTo(Verdict.COMPLETE);
        assertThat(only.initiator()).as("who sent first").isEqualTo(SERVER);
    }

    @Test
    void neverStartsWhereAServersPacketOfTheMiddleMeetsNat() throws IOException {
        PcapBytes capture = new PcapBytes().at(0, Packets.tcp(2, 1, SERVER, CLIENT, ACK, 5001, 1001));
        Conversation only = run(capture);
        assertThat(only.verdict()).isEqualTo(Verdict.NEVER_STARTED);
        assertThat(only.lost().loss().namespace()).isEqualTo("out");
        assertThat(only.lost().loss().reason()).as("out has no route to a").isEqualTo("SKB_DROP_REASON_IP_OUTNOROUTES");
    }

    @Test
    void isCompleteWithTheResetThatTheCaptureHas() throws IOException {
        PcapBytes refused = new PcapBytes()
                .at(0, Packets.syn(1, 2, CLIENT, SERVER))
                .at(100_000, Packets.tcp(2, 1, SERVER, CLIENT, RST_ACK, 0, 1001));
        assertThat(run(refused).verdict()).isEqualTo(Verdict.COMPLETE);
    }

    @Test
    void isCompleteThoughOneEndIsClosedLongBeforeTheOther() throws IOException {
        PcapBytes half = open().at(300_000, Packets.tcp(1, 2, CLIENT, SERVER, FIN_ACK, 1001, 5001))
                .at(400_000, Packets.tcp(2, 1, SERVER, CLIENT, ACK, 5001, 1002))
                .at(30_000_000, Packets.line(2, 1, SERVER, CLIENT, 5001, 1002, "late\n"))
                .at(30_100_000, Packets.tcp(1, 2, CLIENT, SERVER, ACK, 1002, 5006))
                .at(30_200_000, Packets.tcp(2, 1, SERVER, CLIENT, FIN_ACK, 5006, 1002))
                .at(30_300_000, Packets.tcp(1, 2, CLIENT, SERVER, ACK, 1002, 5007));
        Conversation only = run(half);
        assertThat(only.verdict()).as("%s", only.lost()).isEqualTo(Verdict.COMPLETE);
        assertThat(only.packetsOfInitiator()).isEqualTo(5);
    }

    @Test
    void isCutWhereTheConnectionWasForgottenMeanwhile() throws IOException {
        ringway.command("sysctl -w net.netfilter.nf_conntrack_tcp_timeout_established=20");
        PcapBytes idle = open().at(60_000_000, Packets.line(2, 1, SERVER, CLIENT, 5001, 1001, "late\n"));
        Conversation only = run(idle);
        assertThat(only.verdict()).isEqualTo(Verdict.CUT);
        assertThat(only.lost().loss().toString())
                .startsWith("host local: arrived as 192.168.9.2:80 > 192.168.9.1:40000");
    }

    private static PcapBytes open() {
        return new PcapBytes()
                .at(0, Packets.syn(1, 2, CLIENT, SERVER))
                .at(100_000, Packets.tcp(2, 1, SERVER, CLIENT, SYN_ACK, 5000, 1001))
                .at(200_000, Packets.tcp(1, 2, CLIENT, SERVER, ACK, 1001, 5001));
    }

    private static PcapBytes download() {
        return open().at(300_000, Packets.line(2, 1, SERVER, CLIENT, 5001, 1001, "one\n"))
                .at(400_000, Packets.tcp(1, 2, CLIENT, SERVER, ACK, 1001, 5005))
                .at(500_000, Packets.line(2, 1, SERVER, CLIENT, 5005, 1001, "two\n"));
    }

    private Conversation run(PcapBytes capture) throws IOException {
        return run(capture, replay -> {});
    }

    private Conversation run(PcapBytes capture, Consumer<Replay> more) throws IOException {
        return run(capture, more, "10.9.9.9=a", "10.1.2.3=out");
    }

    private Conversation run(PcapBytes capture, Consumer<Replay> more, String... hosts) throws IOException {
        try (Replay replay = ringway.replay()) {
            for (String host : hosts) {
                replay.binding().host(host);
            }
            more.accept(replay);
            ReplayReport report =
                    replay.capture(capture.write(folder.resolve("all.pcap"))).run();
            assertThat(report.conversations()).as("%s", report.warnings()).hasSize(1);
            return report.conversations().get(0);
        }
    }
}
