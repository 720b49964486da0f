package io.ringway.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringway.replay.request.Direction;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A namespace whose frames come from a capture holds its tongue, since the capture has its answers; b asks here. */
class MutenessTest {
    @TempDir
    Path folder;

    private final Ringway ringway = SmallHost.load();

    @Test
    void aFedNamespaceAnswersArp() throws IOException {
        assertThat(sentByA(false, Packets.arpRequest(SmallHost.B, "10.0.0.11", "10.0.0.10")))
                .containsExactly("arp reply");
    }

    @Test
    void aFedNamespaceAnswersNoPing() throws IOException {
        assertThat(sentByA(false, ping())).isEmpty();
        assertThat(ringway.accounts().deliveredFrames()).as("it did arrive").isEqualTo(1);
    }

    @Test
    void aFedNamespaceResetsNoConnection() throws IOException {
        assertThat(sentByA(false, syn())).isEmpty();
    }

    @Test
    void aliveItAnswersPing() throws IOException {
        assertThat(sentByA(true, ping())).contains("icmp 10.0.0.10 > 10.0.0.11 type 0");
    }

    @Test
    void aliveItResetsAConnectionToAClosedPort() throws IOException {
        assertThat(sentByA(true, syn())).contains("tcp 10.0.0.10:80 > 10.0.0.11:40000 R.");
    }

    @Test
    void aNamespaceThatNobodyFeedsAnswersForItself() throws IOException {
        Path b = new PcapBytes()
                .at(0, Packets.echoRequest(SmallHost.BR0, SmallHost.B, "10.0.0.11", "192.168.9.2"))
                .write(folder.resolve("b.pcap"));
        Path seen = folder.resolve("seen.pcap");
        ringway.replay().in("b:eth0", b).out("b:eth0", seen, Direction.IN).run();
        assertThat(PcapBytes.texts(seen)).contains("icmp 192.168.9.2 > 10.0.0.11 type 0");
    }

    /** What a sent of its own accord, fed with an empty capture, when b sent the frame. */
    private List<String> sentByA(boolean alive, byte[] fromB) throws IOException {
        Path a = new PcapBytes().write(folder.resolve("a.pcap"));
        Path b = new PcapBytes().at(0, fromB).write(folder.resolve("b.pcap"));
        Path seen = folder.resolve("seen.pcap");
        try (Replay replay = ringway.replay()) {
            if (alive) {
                replay.alive();
            }
            replay.in("a:eth0", a)
                    .in("b:eth0", b)
                    .out("a:eth0", seen, Direction.OUT)
                    .run();
        }
        return PcapBytes.texts(seen);
    }

    private static byte[] ping() {
        return Packets.echoRequest(SmallHost.A, SmallHost.B, "10.0.0.11", "10.0.0.10");
    }

    private static byte[] syn() {
        return Packets.syn(SmallHost.A, SmallHost.B, "10.0.0.11:40000", "10.0.0.10:80");
    }
}
