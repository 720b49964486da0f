package io.ringway.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.ringway.packet.DropReason;
import io.ringway.replay.report.ReplayReport;
import io.ringway.replay.request.Direction;
import io.ringway.replay.request.ReplayException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code NS:@ip=FILE}: the packets of a capture are sent by the stack of NS. */
class StackInputTest {
    @TempDir
    Path folder;

    private final Ringway ringway = SmallHost.load();

    @Test
    void sendsByTheRoutesOfTheNamespaceWhateverTheMacsOfTheCapture() throws IOException {
        assertThat(seenByB(Packets.udp(0x0100, 0x0200, "10.0.0.10:1", "10.0.0.11:2", 8)))
                .containsExactly("arp request", "udp 10.0.0.10:1 > 10.0.0.11:2");
    }

    @Test
    void passesTheOutputChainOfTheNamespace() throws IOException {
        ringway.command("ip netns exec a iptables -A OUTPUT -p udp -j DROP");
        assertThat(seenByB(Packets.udp(0, 0, "10.0.0.10:1", "10.0.0.11:2", 8))).isEmpty();
        assertThat(ringway.command("ip netns exec a iptables -nvL OUTPUT").stdout())
                .containsPattern("1 +36 DROP");
    }

    @Test
    void cutsTheCapturesPadding() throws IOException {
        byte[] padded = Arrays.copyOf(Packets.udp(0, 0, "10.0.0.10:1", "10.0.0.11:2", 8), 60);
        seenByB(padded);
        assertThat(PcapBytes.read(folder.resolve("seen.pcap")).get(1).frame()).hasSize(14 + 20 + 8 + 8);
    }

    @Test
    void sendsAsCapturedWhatWasSnappedAndFillsItsLength() throws IOException {
        byte[] snapped = Arrays.copyOf(Packets.udp(0, 0, "10.0.0.10:1", "10.0.0.11:2", 100), 60);
        seenByB(snapped);
        byte[] frame = PcapBytes.read(folder.resolve("seen.pcap")).get(1).frame();
        assertThat(frame).hasSize(60);
        assertThat(frame[17]).isEqualTo((byte) 46);
    }

    @Test
    void skipsWhatIsNoIpv4PacketAndSaysSo() throws IOException {
        Path capture = new PcapBytes()
                .at(0, Packets.arpRequest(SmallHost.A, "10.0.0.10", "10.0.0.11"))
                .at(1, new byte[13])
                .at(2, Packets.udp(0, 0, "10.0.0.10:1", "10.0.0.11:2", 8))
                .write(folder.resolve("a.pcap"));
        ReplayReport report = ringway.replay().in("a:@ip", capture).run();
        assertThat(report.injectedFrames()).isEqualTo(1);
        assertThat(report.warnings()).containsExactly(capture + ": 2 frames hold no IPv4 packet, and were not sent");
        var pool = ringway.network().kernel().pool();
        assertThat(pool.totalCells() - pool.freeCells()).isZero();
    }

    @Test
    void countsWhatARawSocketWouldRefuse() throws IOException {
        seenByB(Packets.gre(0, 0, "10.0.0.10", "10.0.0.11", 1481));
        assertThat(ringway.dropped(DropReason.OVER_MTU_AT_INJECTION)).isEqualTo(1);
    }

    @Test
    void leavesTheNamespaceMute() throws IOException {
        Path a = new PcapBytes()
                .at(0, Packets.udp(0, 0, "10.0.0.10:1", "10.0.0.10:2", 8))
                .write(folder.resolve("a.pcap"));
        ReplayReport mute = ringway.replay().in("a:@ip", a).run();
        assertThat(mute.originatedFrames()).isZero();
        ringway.command("ip -n a link set lo up");
        assertThat(ringway.replay().in("a:@ip", a).run().originatedFrames()).isZero();
        assertThat(ringway.replay().alive().in("a:@ip", a).run().originatedFrames())
                .as("port unreachable")
                .isEqualTo(1);
    }

    @Test
    void namesTheNamespacesWhenThereIsNoneByThatName() {
        assertThatExceptionOfType(ReplayException.class)
                .isThrownBy(() -> ringway.replay().in("c:@ip", folder.resolve("none.pcap")))
                .withMessage("no namespace \"c\" in the lab; it has host, a, b, out")
                .matches(ReplayException::isUsage);
    }

    private List<String> seenByB(byte[] sentByA) throws IOException {
        Path a = new PcapBytes().at(0, sentByA).write(folder.resolve("a.pcap"));
        Path seen = folder.resolve("seen.pcap");
        ringway.replay().in("a:@ip", a).out("b:eth0", seen, Direction.IN).run();
        return PcapBytes.texts(seen);
    }
}
