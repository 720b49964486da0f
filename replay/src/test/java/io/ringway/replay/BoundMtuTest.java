package io.ringway.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringway.packet.DropReason;
import io.ringway.packet.TcpHeader;
import io.ringway.replay.conversation.Conversation;
import io.ringway.replay.conversation.Verdict;
import io.ringway.replay.report.ReplayReport;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server whose interface has 1500, bound behind an uplink of 1400: what it sent at once meets the MTU, or was several. */
class BoundMtuTest {
    private static final int ETHERNET = 14;
    private static final int HEADERS = 40;
    private static final int DONT_FRAGMENT = 0x4000;
    private static final String CLIENT = "10.9.9.9:40000";
    private static final String SERVER = "10.1.2.3:80";

    @TempDir
    private Path folder;

    private final Ringway ringway = SmallHost.load();

    @BeforeEach
    void hasANarrowUplink() {
        ringway.command("ip link set eth0 mtu 1400");
        ringway.command("ip -n out link set eth0 mtu 1400");
    }

    @Test
    void anOrdinaryPacketIsTooLargeForTheUplink() throws IOException {
        ReplayReport report = answered(1500);
        Conversation only = report.conversations().get(0);
        assertThat(only.verdict()).isEqualTo(Verdict.CUT);
        assertThat(only.lost().fromInitiator()).isFalse();
        assertThat(only.lost().packet()).isEqualTo(2);
        assertThat(only.lost().loss().namespace()).isEqualTo("host");
        assertThat(only.lost().loss().reason()).isEqualTo("SKB_DROP_REASON_PKT_TOO_BIG");
        assertThat(ringway.dropped(DropReason.PKT_TOO_BIG)).isEqualTo(1);
        assertThat(report.warnings()).noneMatch(each -> each.contains("larger than the MTU"));
    }

    @Test
    void whatTheUplinkHasRoomForArrives() throws IOException {
        assertThat(answered(1400).conversations())
                .extracting(Conversation::verdict)
                .containsExactly(Verdict.COMPLETE);
    }

    @Test
    void whatNoInterfaceOfTheServerCouldSendWentAsSegments() throws IOException {
        for (int bytes : new int[] {1501, 20_000}) {
            ReplayReport report = answered(bytes);
            assertThat(report.conversations()).extracting(Conversation::verdict).containsExactly(Verdict.COMPLETE);
            assertThat(report.warnings())
                    .anyMatch(each -> each.startsWith("1 frames are larger than the MTU that they entered by"));
        }
    }

    /** @param bytes of the server's first packet with data */
    private ReplayReport answered(int bytes) throws IOException {
        Path capture = new PcapBytes()
                .at(0, Packets.tcp(1, 2, CLIENT, SERVER, TcpHeader.SYN, 1000, 0))
                .at(10, Packets.tcp(2, 1, SERVER, CLIENT, TcpHeader.SYN | TcpHeader.ACK, 5000, 1001))
                .at(20, Packets.tcp(1, 2, CLIENT, SERVER, TcpHeader.ACK, 1001, 5001))
                .at(30, whole(Packets.line(2, 1, SERVER, CLIENT, 5001, 1001, "x".repeat(bytes - HEADERS))))
                .write(folder.resolve("all.pcap"));
        Replay replay = ringway.replay();
        replay.binding().host("10.1.2.3=b").host("0.0.0.0/0=out");
        return replay.capture(capture).run();
    }

    /** The same with DF, and the sum that goes with it (RFC 1624). */
    private static byte[] whole(byte[] frame) {
        ByteBuffer packet =
                ByteBuffer.wrap(frame, ETHERNET, frame.length - ETHERNET).slice();
        packet.putShort(6, (short) DONT_FRAGMENT);
        int sum = (~packet.getShort(10) & 0xffff) + DONT_FRAGMENT;
        packet.putShort(10, (short) ~((sum & 0xffff) + (sum >>> 16)));
        return frame;
    }
}
