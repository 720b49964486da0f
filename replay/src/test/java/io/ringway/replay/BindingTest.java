package io.ringway.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.ringway.packet.TcpHeader;
import java.io.IOException;
import java.nio.file.Path;
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
