package io.ringway.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringway.packet.TcpHeader;
import io.ringway.replay.conversation.Conversation;
import io.ringway.replay.conversation.Verdict;
import io.ringway.replay.report.ReplayReport;
import io.ringway.replay.request.Direction;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bound hosts that tell each other where to call, with {@link SmallHost} between them. */
class AnnouncedConnectionTest {
    private static final int ACK = TcpHeader.ACK;
    private static final int SYN_ACK = TcpHeader.SYN | ACK;
    private static final String CLIENT = "10.9.9.9:40000";
    private static final String SERVER = "10.1.2.3:21";
    private static final String PORT = "PORT 10,9,9,9,200,1\r\n";

    @TempDir
    Path folder;

    private final Ringway ringway = SmallHost.load();

    @BeforeEach
    void looksIntoFtp() {
        ringway.command("iptables -t raw -A PREROUTING -p tcp --dport 21 -j CT --helper ftp");
    }

    @Test
    void bothEndsCountTheLineAsItReachedThem() throws IOException {
        PcapBytes capture = control()
                .at(30, Packets.line(1, 2, CLIENT, SERVER, 1009, 5009, PORT))
                .at(40, Packets.tcp(2, 1, SERVER, CLIENT, ACK, 5009, 1009 + PORT.length()))
                .at(50, Packets.line(1, 2, CLIENT, SERVER, 1009 + PORT.length(), 5009, "LIST\r\n"))
                .at(60, Packets.tcp(2, 1, SERVER, CLIENT, ACK, 5009, 1015 + PORT.length()));
        Path atClient = folder.resolve("a.pcap");
        Path atServer = folder.resolve("out.pcap");
        bind(capture, atClient, atServer);
        String told = "PORT 10,0,0,10,200,1\r\n";
        String heard = "PORT 192,168,9,1,200,1\r\n";
        assertThat(texts(atClient)).endsWith(told, "LIST\r\n");
        assertThat(texts(atServer)).endsWith(heard, "LIST\r\n");
        assertThat(acknowledged(atClient)).endsWith(1009 + told.length(), 1015 + told.length());
        assertThat(acknowledged(atServer)).endsWith(1009 + heard.length(), 1015 + heard.length());
    }

    @Test
    void theServerCallsWhereTheLineThatItReadSays() throws IOException {
        PcapBytes capture = control()
                .at(30, Packets.line(1, 2, CLIENT, SERVER, 1009, 5009, PORT))
                .at(40, Packets.tcp(2, 1, "10.1.2.3:20", "10.9.9.9:51201", TcpHeader.SYN, 1, 0))
                .at(50, Packets.tcp(1, 2, "10.9.9.9:51201", "10.1.2.3:20", SYN_ACK, 1, 2));
        Conversation data = bind(capture).conversations().get(1);
        assertThat(data.verdict()).as("%s", data.lost()).isEqualTo(Verdict.COMPLETE);
        assertThat(data.tupleAtInitiator()).isEqualTo("192.168.9.2:20 > 192.168.9.1:51201");
        assertThat(data.tupleAtResponder()).isEqualTo("192.168.9.2:20 > 10.0.0.10:51201");
    }

    @Test
    void aLineThatIsSentAgainMovesTheStreamOnce() throws IOException {
        PcapBytes capture = control()
                .at(30, Packets.line(1, 2, CLIENT, SERVER, 1009, 5009, PORT))
                .at(300_000, Packets.line(1, 2, CLIENT, SERVER, 1009, 5009, PORT))
                .at(300_100, Packets.tcp(2, 1, SERVER, CLIENT, ACK, 5009, 1009 + PORT.length()))
                .at(300_200, Packets.line(1, 2, CLIENT, SERVER, 1009 + PORT.length(), 5009, "LIST\r\n"));
        Path atClient = folder.resolve("a.pcap");
        bind(capture, atClient, folder.resolve("out.pcap"));
        String told = "PORT 10,0,0,10,200,1\r\n";
        assertThat(texts(atClient)).endsWith(told, told, "LIST\r\n");
        assertThat(acknowledged(atClient)).endsWith(1009 + told.length());
    }

    @Test
    void aCallThatNothingAnnouncedInTheModelIsNotMade() throws IOException {
        ringway.command("iptables -A FORWARD -m string --string PORT --algo bm -j DROP");
        PcapBytes capture = control()
                .at(30, Packets.line(1, 2, CLIENT, SERVER, 1009, 5009, PORT))
                .at(40, Packets.tcp(2, 1, "10.1.2.3:20", "10.9.9.9:51201", TcpHeader.SYN, 1, 0));
        ReplayReport report = bind(capture);
        assertThat(report.conversations().get(0).verdict()).isEqualTo(Verdict.CUT);
        assertThat(report.conversations().get(1).verdict()).isEqualTo(Verdict.NEVER_STARTED);
        assertThat(report.conversations().get(1).lost().loss().meaning())
                .isEqualTo("not sent: what announces it had not arrived there");
    }

    @Test
    void aServerThatLiesAboutItsAddressGoesOnLying() throws IOException {
        PcapBytes capture = control()
                .at(30, Packets.line(2, 1, SERVER, CLIENT, 5009, 1009, "227 Entering (172,16,0,9,200,1)\r\n"))
                .at(40, Packets.tcp(1, 2, "10.9.9.9:50000", "10.1.2.3:51201", TcpHeader.SYN, 1, 0));
        Path atClient = folder.resolve("a.pcap");
        ReplayReport report = bind(capture, atClient, folder.resolve("out.pcap"));
        assertThat(texts(atClient)).endsWith("227 Entering (172,16,0,9,200,1)\r\n");
        assertThat(report.conversations().get(1).tupleAtInitiator())
                .as("whom it called is whom it knows the server by")
                .isEqualTo("10.0.0.10:50000 > 192.168.9.2:51201");
    }

    @Test
    void aServerOfTftpAnswersFromAnotherPortToWhomItSaw() throws IOException {
        ringway.command("iptables -t raw -A PREROUTING -p udp --dport 69 -j CT --helper tftp");
        ringway.command("iptables -t nat -R POSTROUTING 1 -s 10.0.0.0/24 -p udp -j MASQUERADE --to-ports 50000");
        PcapBytes capture = new PcapBytes()
                .at(0, Packets.read(1, 2, "10.9.9.9:40000", "10.1.2.3:69"))
                .at(10, Packets.udp(2, 1, "10.1.2.3:3000", "10.9.9.9:40000", 100))
                .at(20, Packets.udp(1, 2, "10.9.9.9:40000", "10.1.2.3:3000", 4));
        List<Conversation> all = bind(capture).conversations();
        assertThat(all).allSatisfy(one -> assertThat(one.lost()).isNull());
        assertThat(all.get(1).tupleAtInitiator()).isEqualTo("192.168.9.2:3000 > 192.168.9.1:50000");
        assertThat(all.get(1).tupleAtResponder()).isEqualTo("192.168.9.2:3000 > 10.0.0.10:40000");
    }

    private static PcapBytes control() {
        return new PcapBytes()
                .at(0, Packets.tcp(1, 2, CLIENT, SERVER, TcpHeader.SYN, 1000, 0))
                .at(10, Packets.tcp(2, 1, SERVER, CLIENT, SYN_ACK, 5000, 1001))
                .at(20, Packets.line(2, 1, SERVER, CLIENT, 5001, 1001, "220 hi\r\n"))
                .at(25, Packets.line(1, 2, CLIENT, SERVER, 1001, 5009, "USER a\r\n"));
    }

    private ReplayReport bind(PcapBytes capture) throws IOException {
        return bind(capture, folder.resolve("a.pcap"), folder.resolve("out.pcap"));
    }

    private ReplayReport bind(PcapBytes capture, Path atClient, Path atServer) throws IOException {
        try (Replay replay = ringway.replay()) {
            replay.binding().host("10.9.9.9=a").host("10.1.2.3=out");
            return replay.capture(capture.write(folder.resolve("all.pcap")))
                    .out("a:eth0", atClient, Direction.INOUT)
                    .out("out:eth0", atServer, Direction.INOUT)
                    .run();
        }
    }

    /** Payloads of TCP, in their order. */
    private static List<String> texts(Path file) throws IOException {
        return PcapBytes.read(file).stream()
                .map(PcapBytes.Record::frame)
                .filter(frame -> frame[12] == 8 && frame[13] == 0 && frame[23] == 6 && frame.length > 54)
                .map(frame -> new String(frame, 54, frame.length - 54, StandardCharsets.ISO_8859_1))
                .toList();
    }

    /** What the server acknowledges. */
    private static List<Integer> acknowledged(Path file) throws IOException {
        return PcapBytes.read(file).stream()
                .map(PcapBytes.Record::frame)
                .map(ByteBuffer::wrap)
                .filter(frame -> frame.getShort(12) == 0x800 && frame.get(23) == 6 && frame.getShort(34) == 21)
                .map(frame -> frame.getInt(42))
                .toList();
    }
}
