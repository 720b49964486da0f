package io.ringway.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringway.packet.Checksum;
import io.ringway.packet.Ipv4Address;
import io.ringway.replay.conversation.Conversation;
import io.ringway.replay.conversation.Verdict;
import io.ringway.replay.report.ReplayReport;
import io.ringway.replay.request.Direction;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** ICMP errors and fragments of bound hosts, behind NAT of {@link SmallHost}: a is the client, out the server. */
class BoundErrorsTest {
    private static final String CLIENT = "10.9.9.9:40000";
    private static final String SERVER = "10.1.2.3:53";

    @TempDir
    Path folder;

    private final Ringway ringway = SmallHost.load();

    @BeforeEach
    void translatesPorts() {
        ringway.command("iptables -t nat -R POSTROUTING 1 -s 10.0.0.0/24 -p udp -j MASQUERADE --to-ports 50000");
    }

    @Test
    void aServersErrorQuotesWhatItSawAndReachesTheClientAsItsOwnPacket() throws IOException {
        byte[] question = Packets.udp(1, 2, CLIENT, SERVER, 8);
        ReplayReport report =
                bind(new PcapBytes().at(0, question).at(10, unreachable("10.1.2.3", "10.9.9.9", question)));
        assertThat(report.conversations())
                .allSatisfy(one -> assertThat(one.lost()).isNull());
        assertThat(quoted("out")).containsExactly("192.168.9.2 > 192.168.9.1: 192.168.9.1:50000 > 192.168.9.2:53");
        assertThat(quoted("a")).containsExactly("192.168.9.2 > 10.0.0.10: 10.0.0.10:40000 > 192.168.9.2:53");
    }

    @Test
    void aClientsErrorAboutAnAnswerIsTranslatedToo() throws IOException {
        byte[] answer = Packets.udp(2, 1, SERVER, CLIENT, 8);
        ReplayReport report = bind(new PcapBytes()
                .at(0, Packets.udp(1, 2, CLIENT, SERVER, 8))
                .at(10, answer)
                .at(20, unreachable("10.9.9.9", "10.1.2.3", answer)));
        assertThat(report.conversations())
                .allSatisfy(one -> assertThat(one.lost()).isNull());
        assertThat(quoted("a")).containsExactly("10.0.0.10 > 192.168.9.2: 192.168.9.2:53 > 10.0.0.10:40000");
        assertThat(quoted("out")).containsExactly("192.168.9.1 > 192.168.9.2: 192.168.9.2:53 > 192.168.9.1:50000");
    }

    @Test
    void anErrorAboutWhatNeverArrivedIsNotSent() throws IOException {
        ringway.command("iptables -A FORWARD -p udp -j DROP");
        byte[] question = Packets.udp(1, 2, CLIENT, SERVER, 8);
        ReplayReport report =
                bind(new PcapBytes().at(0, question).at(10, unreachable("10.1.2.3", "10.9.9.9", question)));
        assertThat(report.conversations())
                .extracting(Conversation::verdict)
                .containsExactly(Verdict.NEVER_STARTED, Verdict.NEVER_STARTED);
        assertThat(report.conversations().get(1).lost().loss().meaning())
                .isEqualTo("not sent: the packet that it is about had not arrived there");
    }

    @Test
    void fragmentsFollowTheirFirstOneThroughNat() throws IOException {
        byte[][] pieces = fragments();
        Conversation only = only(bind(new PcapBytes().at(0, pieces[0]).at(10, pieces[1])));
        assertThat(only.verdict()).as("%s", only.lost()).isEqualTo(Verdict.COMPLETE);
        assertThat(only.packetsOfInitiator()).isEqualTo(1);
        assertThat(only.tupleAtResponder()).isEqualTo("192.168.9.1:50000 > 192.168.9.2:53");
    }

    @Test
    void aFragmentThatCameBeforeTheFirstWaitsForIt() throws IOException {
        byte[][] pieces = fragments();
        ReplayReport report = bind(new PcapBytes().at(0, pieces[1]).at(10, pieces[0]));
        assertThat(only(report).verdict()).as("%s", only(report).lost()).isEqualTo(Verdict.COMPLETE);
        assertThat(only(report).packetsOfInitiator()).isEqualTo(1);
        assertThat(report.warnings()).isEmpty();
    }

    @Test
    void aFragmentWhoseFirstWasNotCapturedIsLeftOutAndSaid() throws IOException {
        byte[][] pieces = fragments();
        ReplayReport report = bind(new PcapBytes().at(0, pieces[1]).at(10, Packets.udp(1, 2, CLIENT, SERVER, 8)));
        assertThat(only(report).verdict()).isEqualTo(Verdict.COMPLETE);
        assertThat(report.warnings())
                .singleElement()
                .asString()
                .endsWith("1 frames were left out: 1 fragments of packets whose first one was not captured");
    }

    /** A datagram in two pieces, the first with 16 bytes behind its IP header. */
    private static byte[][] fragments() {
        byte[] whole = Packets.udp(1, 2, CLIENT, SERVER, 32);
        return new byte[][] {piece(whole, 0, 16, 0x2000), piece(whole, 16, 24, 2)};
    }

    private static byte[] piece(byte[] whole, int from, int bytes, int fragment) {
        ByteBuffer piece = ByteBuffer.allocate(34 + bytes).put(whole, 0, 34).put(whole, 34 + from, bytes);
        piece.putShort(16, (short) (20 + bytes)).putShort(20, (short) fragment).putShort(24, (short) 0);
        piece.putShort(24, (short) sum(piece, 14, 34));
        return piece.array();
    }

    /** Port unreachable, with the first eight bytes of the datagram. */
    private static byte[] unreachable(String from, String to, byte[] about) {
        byte[] echo = Packets.echoRequest(1, 2, from, to);
        ByteBuffer error = ByteBuffer.allocate(14 + 20 + 8 + 28).put(echo, 0, 34);
        error.putShort(16, (short) 56).putShort(24, (short) 0).putShort(24, (short) sum(error, 14, 34));
        error.put(34, (byte) 3).put(35, (byte) 3).put(42, about, 14, 28);
        error.putShort(36, (short) sum(error, 34, 70));
        return error.array();
    }

    private static int sum(ByteBuffer bytes, int from, int until) {
        long sum = 0;
        for (int i = from; i < until; i += 2) {
            sum += bytes.getShort(i) & 0xffff;
        }
        return Checksum.finish(sum);
    }

    /** The ends of errors and of what they quote, all of whose sums are right. */
    private List<String> quoted(String namespace) throws IOException {
        return PcapBytes.read(folder.resolve(namespace + ".pcap")).stream()
                .map(PcapBytes.Record::frame)
                .map(ByteBuffer::wrap)
                .filter(frame -> frame.getShort(12) == 0x800 && frame.get(23) == 1)
                .map(frame -> {
                    assertThat(sum(frame, 14, 34)).isZero();
                    assertThat(sum(frame, 34, frame.capacity())).isZero();
                    assertThat(sum(frame, 42, 62))
                            .as("of the header in the quote")
                            .isZero();
                    return address(frame, 26) + " > " + address(frame, 30) + ": " + address(frame, 54) + ":"
                            + (frame.getShort(62) & 0xffff) + " > " + address(frame, 58) + ":"
                            + (frame.getShort(64) & 0xffff);
                })
                .toList();
    }

    private static String address(ByteBuffer frame, int at) {
        return Ipv4Address.format(frame.getInt(at));
    }

    private ReplayReport bind(PcapBytes capture) throws IOException {
        try (Replay replay = ringway.replay()) {
            replay.binding().host("10.9.9.9=a").host("10.1.2.3=out");
            return replay.capture(capture.write(folder.resolve("all.pcap")))
                    .out("a:eth0", folder.resolve("a.pcap"), Direction.INOUT)
                    .out("out:eth0", folder.resolve("out.pcap"), Direction.INOUT)
                    .run();
        }
    }

    private static Conversation only(ReplayReport report) {
        assertThat(report.conversations()).as("%s", report.warnings()).hasSize(1);
        return report.conversations().get(0);
    }
}
