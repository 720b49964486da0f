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
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real FTP, recorded at either side of the kernel's NAT, in another place behind two NATs that both look into it. */
class BoundFtpTest {
    private static final Path ELSEWHERE = Path.of("hosts/elsewhere/two-nats.lab");
    private static final Path HELPERS = Path.of("hosts/ftp.lab");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"active,client", "active,server", "passive,client", "passive,server"})
    void namesTheModelsAddressesAndIsCompleteBehindTwoNats(String how, String where) throws IOException {
        Path capture = capture(how, where);
        Map<String, Path> sides = new TreeMap<>();
        ReplayReport report;
        try (Replay replay = bound(capture, ELSEWHERE, HELPERS)) {
            for (String side : List.of("laptop", "backend")) {
                sides.put(side, folder.resolve(side + ".pcap"));
                replay.out(side + ":eth0", sides.get(side), Direction.INOUT);
            }
            report = replay.run();
        }
        assertThat(report.conversations())
                .hasSize(6)
                .allSatisfy(
                        one -> assertThat(one.verdict()).as("%s", one.lost()).isEqualTo(Verdict.COMPLETE));
        List<String> real = said(capture);
        assertThat(said(sides.get("laptop"))).isEqualTo(real);
        assertThat(said(sides.get("backend"))).isEqualTo(real);
    }

    @Test
    void withoutAHelperTheServerCallsTheAddressThatItWasToldAndSaysSo() throws IOException {
        try (Replay replay = bound(capture("active", "client"), ELSEWHERE)) {
            ReplayReport report = replay.run();
            List<Conversation> data = report.conversations().stream()
                    .filter(one -> one.initiator().endsWith(":20"))
                    .toList();
            assertThat(data).hasSize(3).allSatisfy(one -> {
                assertThat(one.verdict()).isEqualTo(Verdict.NEVER_STARTED);
                assertThat(one.tupleAtInitiator()).contains("10.8.0.2:20 > 192.168.7.20:");
            });
            assertThat(report.warnings())
                    .anyMatch(
                            each -> each.startsWith("3 data connections of FTP go to an address that is not the one"));
        }
    }

    private static Replay bound(Path capture, Path... labs) throws IOException {
        Replay replay = Ringway.load(labs).replay();
        replay.binding()
                .host("10.1.0.2=laptop")
                .host("192.0.2.1=laptop")
                .host("192.0.2.2=backend@203.0.113.80")
                .port("21=9000");
        return replay.capture(capture);
    }

    private static Path capture(String how, String where) {
        return Path.of("cases/connections/ftp-" + how + "/real/" + where + ".eth0.pcap");
    }

    /** Without the numbers of addresses that lines announce, and so without those of ports behind them. */
    private static List<String> said(Path capture) throws IOException {
        return TcpTexts.of(Packets.of(capture)).stream()
                .map(text -> text.replaceAll("(PORT |EPRT \\|1\\||Mode \\()[0-9,.]+", "$1"))
                .sorted()
                .toList();
    }
}
