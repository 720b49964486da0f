package io.ringway.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.ringway.packet.TcpHeader;
import io.ringway.replay.conversation.Conversation;
import io.ringway.replay.conversation.Verdict;
import io.ringway.replay.report.ReplayReport;
import io.ringway.replay.request.Direction;
import io.ringway.replay.request.ReplayException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hosts of a capture bound to those of a quite different model: {@link SmallHost}. */
class BindingTest {
    private static final int ACK = TcpHeader.ACK;
    private static final int SYN_ACK = TcpHeader.SYN | ACK;
    private static final String CLIENT = "10.9.9.9:40000";
    private static final String SERVER = "10.1.2.3:80";

    @TempDir
    Path folder;

    private final Ringway ringway = SmallHost.load();

    @Test
    void reachesAPublishedServerWhereItIsPublished() throws IOException {
        Conversation only = only(bind(handshake(), "10.1.2.3=b", "0.0.0.0/0=out"));
        assertThat(only.verdict()).isEqualTo(Verdict.COMPLETE);
        assertThat(only.tupleAtInitiator()).isEqualTo("192.168.9.2:40000 > 192.168.9.1:8080");
        assertThat(only.tupleAtResponder()).isEqualTo("192.168.9.2:40000 > 10.0.0.11:80");
        assertThat(only.initiatorHost()).isEqualTo("out");
        assertThat(only.responderHost()).isEqualTo("b");
    }

    @Test
    void answersGoToWhomTheServerSawBehindMasquerade() throws IOException {
        Conversation only = only(bind(handshake(), "10.9.9.9=a", "10.1.2.3=out"));
        assertThat(only.verdict()).isEqualTo(Verdict.COMPLETE);
        assertThat(only.tupleAtInitiator()).isEqualTo("10.0.0.10:40000 > 192.168.9.2:80");
        assertThat(only.tupleAtResponder()).isEqualTo("192.168.9.1:40000 > 192.168.9.2:80");
        assertThat(only.packetsOfInitiator()).isEqualTo(2);
        assertThat(only.arrivedOfResponder()).isEqualTo(1);
    }

    @Test
    void keepsTheAddressesThatRoutesLeadTo() throws IOException {
        ringway.command("ip route add default via 192.168.9.2");
        Conversation only = only(bind(handshake(), "10.1.2.3=b", "0.0.0.0/0=out"));
        assertThat(only.verdict()).isEqualTo(Verdict.COMPLETE);
        assertThat(only.tupleAtResponder()).isEqualTo("10.9.9.9:40000 > 10.0.0.11:80");
    }

    @Test
    void mapsPortsAndFollowsNatToWhereItLeads() throws IOException {
        ringway.command("iptables -t nat -A PREROUTING -p tcp --dport 8443 -j DNAT --to-destination 10.0.0.10:81");
        Replay replay = ringway.replay();
        replay.binding().host("10.1.2.3=host").host("0.0.0.0/0=out").port("80=8443");
        Conversation only = only(
                replay.capture(handshake().write(folder.resolve("all.pcap"))).run());
        assertThat(only.verdict()).isEqualTo(Verdict.COMPLETE);
        assertThat(only.responderHost()).isEqualTo("a");
        assertThat(only.tupleAtInitiator()).isEqualTo("192.168.9.2:40000 > 192.168.9.1:8443");
        assertThat(only.tupleAtResponder()).isEqualTo("192.168.9.2:40000 > 10.0.0.10:81");
    }

    @Test
    void reachesANeighbourWithoutAnyTranslation() throws IOException {
        Conversation only = only(bind(handshake(), "10.1.2.3=b", "10.9.9.9=a"));
        assertThat(only.verdict()).isEqualTo(Verdict.COMPLETE);
        assertThat(only.tupleAtResponder()).isEqualTo("10.0.0.10:40000 > 10.0.0.11:80");
    }

    @Test
    void survivesAHairpin() throws IOException {
        ringway.command("iptables -t nat -A PREROUTING -d 192.168.9.1 -p tcp --dport 8081"
                + " -j DNAT --to-destination 10.0.0.11:80");
        ringway.command("iptables -t nat -A POSTROUTING -s 10.0.0.0/24 -d 10.0.0.11 -j MASQUERADE");
        Replay replay = ringway.replay();
        replay.binding().host("10.1.2.3=b@192.168.9.1").host("10.9.9.9=a").port("80=8081");
        Conversation only = only(
                replay.capture(handshake().write(folder.resolve("all.pcap"))).run());
        assertThat(only.lost()).isNull();
        assertThat(only.tupleAtInitiator()).isEqualTo("10.0.0.10:40000 > 192.168.9.1:8081");
        assertThat(only.tupleAtResponder()).isEqualTo("10.0.0.1:40000 > 10.0.0.11:80");
    }

    @Test
    void isCutWhereARuleDropsInTheMiddleAndNamesTheRule() throws IOException {
        ringway.command("iptables -A FORWARD -p tcp --tcp-flags SYN,ACK SYN,ACK -j DROP");
        Conversation only = only(bind(handshake(), "10.9.9.9=a", "10.1.2.3=out"));
        assertThat(only.verdict()).isEqualTo(Verdict.CUT);
        assertThat(only.lost().fromInitiator()).isFalse();
        assertThat(only.lost().packet()).isEqualTo(1);
        assertThat(only.lost().loss().namespace()).isEqualTo("host");
        assertThat(only.lost().loss().rule().toString())
                .isEqualTo("filter/FORWARD rule 2: -p tcp -m tcp --tcp-flags SYN,ACK SYN,ACK -j DROP");
    }

    @Test
    void neverStartsWhereNoRouteLeads() throws IOException {
        ringway.command("ip -n a route del default");
        Conversation only = only(bind(handshake(), "10.9.9.9=a", "10.1.2.3=out"));
        assertThat(only.verdict()).isEqualTo(Verdict.NEVER_STARTED);
        assertThat(only.lost().loss().reason()).isEqualTo("SKB_DROP_REASON_IP_OUTNOROUTES");
        assertThat(only.lost().loss().namespace()).isEqualTo("a");
        assertThat(only.arrivedOfResponder())
                .as("a server that heard nothing says nothing")
                .isZero();
    }

    @Test
    void doesNotCountWhatArrivesElsewhere() throws IOException {
        Conversation only = only(bind(handshake(), "10.9.9.9=out", "10.1.2.3=b@192.168.9.1"));
        assertThat(only.verdict()).isEqualTo(Verdict.NEVER_STARTED);
        assertThat(only.lost().loss().toString())
                .isEqualTo("host local: arrived here as 192.168.9.2:40000 > 192.168.9.1:80, and not in b");
    }

    @Test
    void neverMergesTwoConversations() throws IOException {
        PcapBytes capture = handshake()
                .at(30, Packets.tcp(1, 2, "10.9.9.8:40000", SERVER, TcpHeader.SYN, 7000, 0))
                .at(40, Packets.tcp(2, 1, SERVER, "10.9.9.8:40000", SYN_ACK, 9000, 7001));
        ReplayReport report = bind(capture, "10.1.2.3=b", "0.0.0.0/0=out");
        assertThat(report.conversations()).extracting(Conversation::verdict).containsOnly(Verdict.COMPLETE);
        assertThat(report.conversations())
                .extracting(Conversation::tupleAtResponder)
                .containsExactly("192.168.9.2:40000 > 10.0.0.11:80", "192.168.9.2:40001 > 10.0.0.11:80");
        assertThat(report.warnings()).singleElement().asString().startsWith("1 conversations got another port");
    }

    @Test
    void neverMergesWhatIsTheSameAtBothEndsOfSharedAddresses() throws IOException {
        PcapBytes capture = new PcapBytes()
                .at(0, Packets.echoRequest(1, 2, "10.9.9.8", "10.1.2.3"))
                .at(10, Packets.echoRequest(1, 2, "10.9.9.9", "10.1.2.3"))
                .at(20, Packets.udp(1, 2, "10.9.9.8:1000", "10.1.2.4:53", 4))
                .at(30, Packets.udp(1, 2, "10.9.9.9:1000", "10.1.2.3:53", 4))
                .at(40, Packets.udp(2, 1, "10.1.2.3:53", "10.9.9.9:1000", 4))
                .at(50, Packets.udp(2, 1, "10.1.2.4:53", "10.9.9.8:1000", 4));
        ReplayReport report = bind(capture, "10.9.9.0/24=a", "10.1.2.0/24=out");
        assertThat(report.conversations())
                .allSatisfy(
                        one -> assertThat(one.verdict()).as("%s", one.lost()).isEqualTo(Verdict.COMPLETE));
        assertThat(report.conversations().subList(2, 4))
                .extracting(Conversation::tupleAtInitiator)
                .containsExactly("10.0.0.10:1000 > 192.168.9.2:53", "10.0.0.10:1001 > 192.168.9.2:53");
        assertThat(report.warnings()).singleElement().asString().startsWith("2 conversations got another port or ID");
    }

    @Test
    void sendsNothingOfAConversationThatNoPortIsLeftFor() throws IOException {
        PcapBytes capture = new PcapBytes()
                .at(0, Packets.gre(1, 2, "10.9.9.8", "10.1.2.3", 8))
                .at(10, Packets.gre(1, 2, "10.9.9.9", "10.1.2.3", 8));
        ReplayReport report = bind(capture, "10.9.9.0/24=a", "10.1.2.3=b");
        assertThat(report.conversations())
                .extracting(Conversation::verdict)
                .containsExactly(Verdict.COMPLETE, Verdict.NEVER_STARTED);
        assertThat(report.conversations().get(1).lost().loss().meaning())
                .isEqualTo("its ends cannot be told from those of another conversation in the model");
    }

    @Test
    void leavesOutWhoIsNotBoundAndNamesThem() throws IOException {
        PcapBytes capture = handshake()
                .at(30, Packets.arpRequest(2, "10.9.9.9", "10.1.2.3"))
                .at(40, Packets.udp(1, 2, "10.9.9.7:1", SERVER, 8))
                .at(50, Packets.udp(1, 2, CLIENT, "224.0.0.251:5353", 8));
        ReplayReport report = bind(capture, "10.1.2.3=b", "10.9.9.9=out");
        assertThat(report.conversations()).hasSize(1);
        assertThat(report.warnings())
                .singleElement()
                .asString()
                .endsWith(
                        "3 frames were left out: 1 of hosts that are not bound (10.9.9.7): --host ADDRESS=NS binds them;"
                                + " 1 to groups or to everybody; 1 of ARP, which the model's hosts do themselves");
    }

    @Test
    void anAnswerWaitsForWhatItAnswers() throws IOException {
        ringway.command("ip -n out link set eth0 down");
        Replay replay = ringway.replay();
        replay.binding().host("10.9.9.9=a").host("10.1.2.3=out");
        replay.at(0.5, "ip -n out link set eth0 up");
        Path seen = folder.resolve("seen.pcap");
        ReplayReport report = replay.capture(handshake().write(folder.resolve("all.pcap")))
                .out("a:eth0", seen, Direction.INOUT)
                .run();
        Conversation only = only(report);
        assertThat(only.verdict()).as("%s", only.lost()).isEqualTo(Verdict.COMPLETE);
        assertThat(PcapBytes.texts(seen))
                .endsWith("tcp 192.168.9.2:80 > 10.0.0.10:40000 S.", "tcp 10.0.0.10:40000 > 192.168.9.2:80 .");
    }

    @Test
    void givesTheSameBytesWhateverIsReadAhead() throws IOException {
        byte[] one = bytesSeen(1);
        assertThat(bytesSeen(7)).isEqualTo(one);
        assertThat(bytesSeen(256)).isEqualTo(one);
    }

    private byte[] bytesSeen(int batch) throws IOException {
        Path seen = folder.resolve("seen" + batch + ".pcap");
        Replay replay = SmallHost.load().replay().batch(batch);
        replay.binding().host("10.9.9.9=a").host("10.1.2.3=out");
        replay.capture(handshake().write(folder.resolve("all.pcap")))
                .out("out:eth0", seen, Direction.INOUT)
                .run();
        return Files.readAllBytes(seen);
    }

    @Test
    void proposesABindingAndSaysIt() throws IOException {
        Path file = handshake().write(folder.resolve("all.pcap"));
        Replay replay = ringway.replay();
        assertThat(replay.binding().propose(List.of(file)))
                .containsExactly("--host 10.1.2.3=b", "--host 0.0.0.0/0=out");
        assertThat(only(replay.capture(file).run()).verdict()).isEqualTo(Verdict.COMPLETE);
    }

    @Test
    void sendsRecordedAnswersAtInterfacesToWhomTheirSideSaw() throws IOException {
        String inside = "10.0.0.10:40000";
        String server = "192.168.9.2:80";
        ringway.command("iptables -t nat -R POSTROUTING 1 -s 10.0.0.0/24 -p tcp -j MASQUERADE --to-ports 50000");
        Path a = new PcapBytes()
                .at(0, Packets.syn(SmallHost.BR0, SmallHost.A, inside, server))
                .write(folder.resolve("a.pcap"));
        Path out = new PcapBytes()
                .at(10, Packets.tcp(SmallHost.ETH0, SmallHost.OUT, server, inside, SYN_ACK, 5000, 1001))
                .write(folder.resolve("out.pcap"));
        Path seen = folder.resolve("seen.pcap");
        Replay replay = ringway.replay();
        replay.binding().followNat();
        ReplayReport report = replay.in("a:eth0", a)
                .in("out:eth0", out)
                .out("a:eth0", seen, Direction.IN)
                .run();
        assertThat(only(report).verdict()).isEqualTo(Verdict.COMPLETE);
        assertThat(only(report).tupleAtResponder()).isEqualTo("192.168.9.1:50000 > 192.168.9.2:80");
        assertThat(PcapBytes.texts(seen)).contains("tcp 192.168.9.2:80 > 10.0.0.10:40000 S.");
        assertThat(report.warnings())
                .containsExactly("1 answers went to the addresses and ports that their side saw, and not"
                        + " to the recorded ones");
    }

    @Test
    void refusesABindingThatNamesNobody() {
        Replay replay = ringway.replay();
        assertThatExceptionOfType(ReplayException.class)
                .isThrownBy(() -> replay.binding().host("10.1.2.3=c"))
                .withMessage("no namespace \"c\" in the lab; it has host, a, b, out")
                .matches(ReplayException::isUsage);
    }

    private PcapBytes handshake() {
        return new PcapBytes()
                .at(0, Packets.tcp(1, 2, CLIENT, SERVER, TcpHeader.SYN, 1000, 0))
                .at(10, Packets.tcp(2, 1, SERVER, CLIENT, SYN_ACK, 5000, 1001))
                .at(20, Packets.tcp(1, 2, CLIENT, SERVER, ACK, 1001, 5001));
    }

    private ReplayReport bind(PcapBytes capture, String... hosts) throws IOException {
        Path file = capture.write(folder.resolve("all.pcap"));
        Replay replay = ringway.replay();
        for (String host : hosts) {
            replay.binding().host(host);
        }
        return replay.capture(file).run();
    }

    private static Conversation only(ReplayReport report) {
        assertThat(report.conversations()).as("%s", report.warnings()).hasSize(1);
        return report.conversations().get(0);
    }
}
