package io.ringway.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringway.packet.TcpHeader;
import io.ringway.replay.conversation.Conversation;
import io.ringway.replay.conversation.Verdict;
import io.ringway.replay.report.ReplayReport;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packets that were captured more than once, or behind tags of VLANs, and sent by bound hosts of {@link SmallHost}. */
class CapturedCopiesTest {
    private static final String CLIENT = "10.9.9.9:40000";
    private static final String SERVER = "10.1.2.3:80";

    @TempDir
    Path folder;

    private final Ringway ringway = SmallHost.load();

    @Test
    void takesTagsOfVlansOff() throws IOException {
        PcapBytes capture = new PcapBytes()
                .at(0, tagged(syn(), 0x8100, 10))
                .at(10, tagged(tagged(synAck(), 0x8100, 10), 0x88a8, 7));
        ReplayReport report = bind(capture);
        assertThat(only(report).verdict()).isEqualTo(Verdict.COMPLETE);
        assertThat(only(report).arrivedOfResponder()).isEqualTo(1);
        assertThat(report.warnings()).isEmpty();
    }

    @Test
    void sendsOnceWhatARouterCarriesFromOneVlanToAnother() throws IOException {
        PcapBytes capture = new PcapBytes()
                .at(0, tagged(syn(), 0x8100, 10))
                .at(20, tagged(hopOn(syn(), 3), 0x8100, 20))
                .at(100, tagged(synAck(), 0x8100, 20))
                .at(120, tagged(hopOn(synAck(), 3), 0x8100, 10));
        ReplayReport report = bind(capture);
        assertThat(only(report).packetsOfInitiator()).isEqualTo(1);
        assertThat(only(report).packetsOfResponder()).isEqualTo(1);
        assertThat(report.warnings())
                .singleElement()
                .asString()
                .endsWith("2 frames were left out: 2 of packets that had been captured at another interface before");
    }

    @Test
    void sendsAgainWhatWasSentAgain() throws IOException {
        PcapBytes capture = new PcapBytes().at(0, syn()).at(50, syn()).at(60, hopOn(syn(), 2));
        assertThat(only(bind(capture)).packetsOfInitiator())
                .as("one interface sees a packet as often as it is sent")
                .isEqualTo(3);
    }

    @Test
    void aPacketAfterATenthOfASecondIsAnother() throws IOException {
        PcapBytes capture = new PcapBytes().at(0, syn()).at(100_001, hopOn(syn(), 3));
        assertThat(only(bind(capture)).packetsOfInitiator()).isEqualTo(2);
    }

    @Test
    void saysHowManyAreOfIpv6() throws IOException {
        byte[] ipv6 = syn();
        ByteBuffer.wrap(ipv6).putShort(12, (short) 0x86dd).put(14, (byte) 0x60);
        ReplayReport report = bind(new PcapBytes().at(0, syn()).at(10, ipv6).at(20, tagged(ipv6, 0x8100, 1)));
        assertThat(report.warnings())
                .singleElement()
                .asString()
                .endsWith("2 frames were left out: 2 of IPv6, which is not bound");
    }

    private static byte[] syn() {
        return Packets.tcp(1, 2, CLIENT, SERVER, TcpHeader.SYN, 1000, 0);
    }

    private static byte[] synAck() {
        return Packets.tcp(2, 1, SERVER, CLIENT, TcpHeader.SYN | TcpHeader.ACK, 5000, 1001);
    }

    private static byte[] tagged(byte[] frame, int protocol, int vlan) {
        return ByteBuffer.allocate(frame.length + 4)
                .put(frame, 0, 12)
                .putShort((short) protocol)
                .putShort((short) vlan)
                .put(frame, 12, frame.length - 12)
                .array();
    }

    /** One hop later, from another MAC address. */
    private static byte[] hopOn(byte[] frame, int sender) {
        ByteBuffer packet = ByteBuffer.wrap(frame);
        packet.put(22, (byte) (packet.get(22) - 1));
        int sum = (packet.getShort(24) & 0xffff) + 0x100;
        packet.putShort(24, (short) (sum + (sum >> 16)));
        packet.put(11, (byte) sender);
        return frame;
    }

    private ReplayReport bind(PcapBytes capture) throws IOException {
        try (Replay replay = ringway.replay()) {
            replay.binding().host("10.9.9.9=a").host("10.1.2.3=out");
            return replay.capture(capture.write(folder.resolve("all.pcap"))).run();
        }
    }

    private static Conversation only(ReplayReport report) {
        assertThat(report.conversations()).as("%s", report.warnings()).hasSize(1);
        return report.conversations().get(0);
    }
}
