package io.ringway.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ringway.engine.core.Accounts;
import io.ringway.packet.MacAddress;
import io.ringway.packet.TcpHeader;
import io.ringway.replay.conversation.Conversation;
import io.ringway.replay.report.ReplayReport;
import io.ringway.replay.report.ReportJson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a replay says of itself: totals, interfaces, conversations. */
class ReportTest {
    private static final int ACK = TcpHeader.ACK;
    private static final int SYN_ACK = TcpHeader.SYN | ACK;

    @TempDir
    Path folder;

    private final Ringway ringway = SmallHost.load();

    @Test
    void countsAsTheModelDoes() throws IOException {
        ReplayReport report = mixedTraffic();
        Accounts accounts = ringway.accounts();
        assertThat(report.injectedFrames()).isEqualTo(3).isEqualTo(accounts.injectedFrames());
        assertThat(report.injectedBytes()).isEqualTo(accounts.injectedBytes());
        assertThat(report.deliveredFrames()).isEqualTo(accounts.deliveredFrames());
        assertThat(report.deliveredBytes()).isEqualTo(accounts.deliveredBytes());
        assertThat(report.originatedFrames()).isEqualTo(accounts.originatedFrames());
        assertThat(report.translatedFrames()).isPositive().isEqualTo(accounts.translatedFrames());
        assertThat(report.droppedFrames()).isPositive();
        assertThat(report.dropped().values().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(report.droppedFrames());
        for (ReplayReport.InterfaceCounts counts : report.interfaces()) {
            assertThat(counts.txFrames())
                    .isEqualTo(ringway.counters(counts.name()).txPackets());
            assertThat(counts.rxBytes())
                    .isEqualTo(ringway.counters(counts.name()).rxBytes());
        }
    }

    @Test
    void putsBothDirectionsBehindMasqueradeIntoOneConversation() throws IOException {
        String inside = "10.0.0.10:40000";
        String server = "192.168.9.2:80";
        Path a = new PcapBytes()
                .at(0, Packets.syn(SmallHost.BR0, SmallHost.A, inside, server))
                .at(20, Packets.tcp(SmallHost.BR0, SmallHost.A, inside, server, ACK, 1001, 5001))
                .write(folder.resolve("a.pcap"));
        Path out = new PcapBytes()
                .at(10, Packets.tcp(SmallHost.ETH0, SmallHost.OUT, server, "192.168.9.1:40000", SYN_ACK, 5000, 1001))
                .write(folder.resolve("out.pcap"));
        ReplayReport report =
                ringway.replay().in("a:eth0", a).in("out:eth0", out).run();
        Conversation only = only(report);
        assertThat(only.protocol()).isEqualTo("tcp");
        assertThat(only.initiator()).isEqualTo(inside);
        assertThat(only.responder()).isEqualTo(server);
        assertThat(only.initiatorOnArrival()).isEqualTo("192.168.9.1:40000");
        assertThat(only.responderOnArrival()).isEqualTo(server);
        assertThat(only.frames()).isEqualTo(3);
        assertThat(only.delivered()).isEqualTo(3);
        assertThat(only.translated()).isEqualTo(3);
        assertThat(only.dropped()).isZero();
    }

    @Test
    void putsBothDirectionsOfAPublishedPortIntoOneConversation() throws IOException {
        String client = "192.168.9.2:40000";
        Path out = new PcapBytes()
                .at(0, Packets.syn(SmallHost.ETH0, SmallHost.OUT, client, "192.168.9.1:8080"))
                .write(folder.resolve("out.pcap"));
        Path b = new PcapBytes()
                .at(10, Packets.tcp(SmallHost.BR0, SmallHost.B, "10.0.0.11:80", client, SYN_ACK, 5000, 1001))
                .write(folder.resolve("b.pcap"));
        ReplayReport report =
                ringway.replay().in("out:eth0", out).in("b:eth0", b).run();
        Conversation only = only(report);
        assertThat(only.initiator()).isEqualTo(client);
        assertThat(only.responder()).isEqualTo("192.168.9.1:8080");
        assertThat(only.responderOnArrival()).isEqualTo("10.0.0.11:80");
        assertThat(only.frames()).isEqualTo(2);
        assertThat(only.translated()).isEqualTo(2);
    }

    @Test
    void namesTheReasonOfAConversationThatWasDropped() throws IOException {
        Path a = new PcapBytes()
                .at(0, Packets.syn(SmallHost.BR0, SmallHost.A, "10.0.0.10:40000", "192.168.9.2:23"))
                .write(folder.resolve("a.pcap"));
        Conversation only = only(ringway.replay().in("a:eth0", a).run());
        assertThat(only.dropped()).isEqualTo(1);
        assertThat(only.delivered()).isZero();
        assertThat(only.lastDropReason()).isEqualTo("SKB_DROP_REASON_NETFILTER_DROP");
    }

    @Test
    void keepsThousandsOfConversationsApart() throws IOException {
        int many = 3000;
        PcapBytes capture = new PcapBytes();
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < many; i++) {
                String from = "10.0.0.10:" + (1024 + i);
                capture.at(
                        round * many + i, Packets.udp(MacAddress.BROADCAST, SmallHost.A, from, "10.0.0.255:2000", 10));
            }
        }
        ReplayReport report = ringway.replay()
                .in("a:eth0", capture.write(folder.resolve("a.pcap")))
                .run();
        assertThat(report.conversations()).hasSize(many).allMatch(conversation -> conversation.frames() == 2);
        assertThat(report.conversations().get(many - 1).initiator()).isEqualTo("10.0.0.10:" + (1023 + many));
    }

    @Test
    void printsJsonOfAFixedShape() throws IOException {
        JsonNode json = new ObjectMapper().readTree(ReportJson.print(mixedTraffic()));
        assertThat(keys(json))
                .containsExactly(
                        "seed",
                        "frames",
                        "bytes",
                        "dropped",
                        "interfaces",
                        "flows",
                        "commands",
                        "warnings",
                        "shortfall",
                        "virtual_s",
                        "wall_ms");
        assertThat(keys(json.get("frames")))
                .containsExactly(
                        "in", "originated", "copied", "split", "merged", "out", "dropped", "held", "translated");
        assertThat(keys(json.get("bytes"))).containsExactly("in", "out");
        assertThat(keys(json.get("interfaces").get(0)))
                .containsExactly("name", "rxFrames", "rxBytes", "rxDropped", "txFrames", "txBytes", "txDropped");
        assertThat(keys(json.get("flows").get(0)))
                .containsExactly("protocol", "from", "to", "frames", "bytes", "out", "dropped", "translated", "reason");
        assertThat(keys(json.get("flows").get(1)))
                .containsExactly(
                        "protocol",
                        "from",
                        "to",
                        "from_on_arrival",
                        "to_on_arrival",
                        "frames",
                        "bytes",
                        "out",
                        "dropped",
                        "translated",
                        "reason");
    }

    /** A frame that a rule drops, one that is masqueraded and then refused, and a broadcast. */
    private ReplayReport mixedTraffic() throws IOException {
        Path a = new PcapBytes()
                .at(0, Packets.syn(SmallHost.BR0, SmallHost.A, "10.0.0.10:40000", "192.168.9.2:23"))
                .at(1, Packets.syn(SmallHost.BR0, SmallHost.A, "10.0.0.10:40001", "192.168.9.2:80"))
                .at(2, Packets.udp(MacAddress.BROADCAST, SmallHost.A, "10.0.0.10:1", "10.0.0.255:2", 10))
                .write(folder.resolve("a.pcap"));
        return ringway.replay().in("a:eth0", a).run();
    }

    private static Conversation only(ReplayReport report) {
        assertThat(report.conversations()).hasSize(1);
        return report.conversations().get(0);
    }

    private static List<String> keys(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
