package io.ringway.conformance.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringway.replay.Replay;
import io.ringway.replay.Ringway;
import io.ringway.replay.conversation.Conversation;
import io.ringway.replay.conversation.Verdict;
import io.ringway.replay.report.ReplayReport;
import io.ringway.replay.request.Direction;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real traceroute by UDP, ICMP and TCP over two routers, in other places: their routers answer, and not the recorded ones. */
class BoundTracerouteTest {
    private static final Path ROUTED = Path.of("hosts/routed.lab");
    private static final Path CAPTURE = Path.of("cases/connections/traceroute/real/client.eth0.pcap");

    @TempDir
    private Path folder;

    private final Ringway ringway = Ringway.load(ROUTED);

    @Test
    void isCompleteWhereItsProbesEndAfterAsManyHops() throws IOException {
        Path seen = folder.resolve("laptop.pcap");
        ReplayReport report = run("198.51.100.7=server", seen);
        assertThat(report.conversations())
                .hasSize(8)
                .allSatisfy(
                        one -> assertThat(one.verdict()).as("%s", one.lost()).isEqualTo(Verdict.COMPLETE));
        Conversation echoes = report.conversations().get(4);
        assertThat(echoes.packetsOfInitiator()).isEqualTo(3);
        assertThat(echoes.expiredOfInitiator()).isEqualTo(2);
        assertThat(echoes.arrivedOfInitiator()).isEqualTo(1);
        assertThat(report.warnings())
                .singleElement()
                .asString()
                .contains("6 of routers where a packet's time to live ended: those of the model say so themselves");
        assertThat(Packets.of(seen)).satisfies(all -> {
            assertThat(all.get("icmp 11 192.168.7.1 > 192.168.7.20")).hasSize(3);
            assertThat(all.get("icmp 11 203.0.113.80 > 192.168.7.20")).hasSize(3);
            assertThat(all.get("icmp 3 198.18.0.2 > 192.168.7.20")).hasSize(1);
            assertThat(all.keySet()).noneMatch(each -> each.contains("192.0.2.2") || each.contains("10.1.0.1"));
        });
    }

    @Test
    void isCompleteWhereTheServerIsNearer() throws IOException {
        ReplayReport report = run("198.51.100.7=far", folder.resolve("laptop.pcap"));
        assertThat(report.conversations()).extracting(Conversation::verdict).containsOnly(Verdict.COMPLETE);
        assertThat(report.conversations().get(4).expiredOfInitiator()).isEqualTo(1);
    }

    @Test
    void doesNotStartWhereTheServerIsFurtherAwayAndSaysWhereItEnds() throws IOException {
        for (String command : List.of(
                "ip netns add beyond",
                "ip -n server link add eth1 type veth peer name eth0 netns beyond",
                "ip -n server addr add 198.18.1.1/24 dev eth1",
                "ip -n beyond addr add 198.18.1.2/24 dev eth0",
                "ip -n server link set eth1 up",
                "ip -n beyond link set eth0 up",
                "ip -n beyond route add default via 198.18.1.1",
                "ip -n far route add 198.18.1.0/24 via 198.18.0.2",
                "ip netns exec server sysctl -w net.ipv4.ip_forward=1")) {
            ringway.command(command);
        }
        ReplayReport report = run("198.51.100.7=beyond", folder.resolve("laptop.pcap"));
        List<Conversation> lost = report.conversations().stream()
                .filter(one -> one.verdict() != Verdict.COMPLETE)
                .toList();
        assertThat(lost).hasSize(4);
        assertThat(lost.get(0).initiator()).isEqualTo("10.1.0.2:51897");
        assertThat(lost.get(0).lost().loss().toString())
                .isEqualTo("server forward: unusable IPv4 header, or TTL expired (SKB_DROP_REASON_IP_INHDR)");
        assertThat(lost.get(1).lost().loss().meaning())
                .as("the server's own error about it")
                .isEqualTo("not sent: the packet that it is about had not arrived there");
        assertThat(lost.get(2).lost().packet()).as("the third echo").isEqualTo(3);
        assertThat(lost.get(2).verdict()).isEqualTo(Verdict.CUT);
    }

    @Test
    void aRuleThatDropsAProbeIsNamedThoughTheProbeWouldHaveEnded() throws IOException {
        ringway.command("ip netns exec near iptables -A FORWARD -p udp --dport 33435 -j DROP");
        ReplayReport report = run("198.51.100.7=server", folder.resolve("laptop.pcap"));
        Conversation second = report.conversations().get(1);
        assertThat(second.verdict()).isEqualTo(Verdict.NEVER_STARTED);
        assertThat(second.lost().loss().toString())
                .isEqualTo("near filter/FORWARD rule 1: -p udp -m udp --dport 33435 -j DROP");
    }

    private ReplayReport run(String server, Path seen) throws IOException {
        try (Replay replay = ringway.replay()) {
            replay.binding().host("10.1.0.2=laptop").host(server);
            return replay.capture(CAPTURE)
                    .out("laptop:eth0", seen, Direction.IN)
                    .run();
        }
    }
}
