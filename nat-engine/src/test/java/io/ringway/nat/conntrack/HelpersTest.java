package io.ringway.nat.conntrack;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringway.packet.Frame;
import io.ringway.packet.FramePool;
import io.ringway.packet.Ipv4Header;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What no recorded case can show: long waits, full tables, chance, packets too long. */
class HelpersTest {
    private static final String PORT_20482 = "PORT 10,0,1,2,80,2\r\n";

    private final FramePool pool = new FramePool();
    private Router router;

    @BeforeEach
    void start() {
        router = new Router();
    }

    private void translate() {
        router.translates = true;
        router.rules.add(RuleText.parse("rule snat --to-source 10.0.2.50".split(" ", -1)));
    }

    private Frame packet(String text, Helper helper) {
        Frame frame = new PacketText(pool, List.of(), 1000).parse(text);
        if (helper != null) {
            frame.setTrackingZone(TrackingZone.withHelper(TrackingZone.template(0), helper));
        }
        return frame;
    }

    private boolean forward(Frame frame) {
        return router.forward(frame, Ipv4Header.source(frame, 14) >>> 8 == 0x0a0001 ? Router.LEFT : Router.RIGHT);
    }

    private Frame passed(String text, Helper helper) {
        Frame frame = packet(text, helper);
        assertThat(forward(frame)).isTrue();
        return frame;
    }

    private static String hex(String words) {
        return HexFormat.of().formatHex(words.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** A connection from this port whose client has said its first line. */
    private void talk(int port, String server) {
        String client = "sport=" + port + " dport=21";
        passed("> tcp S seq=99 win=60000 " + client, Helper.FTP);
        passed("< tcp SA seq=499 ack=100 win=60000 sport=21 dport=" + port + " dst=" + server, null);
        passed("> tcp PA seq=100 ack=500 win=60000 " + client + " data=" + hex("USER x\r\n"), null);
    }

    private Frame announcement(int port, String words) {
        return packet("> tcp PA seq=108 ack=500 win=60000 sport=" + port + " dport=21 data=" + hex(words), null);
    }

    private Frame request(int port) {
        return packet("> udp sport=" + port + " dport=69 data=00016600", Helper.TFTP);
    }

    @Test
    void readsTheLineBehindOneThatWasDropped() {
        translate();
        talk(4000, "10.0.2.50");
        assertThat(forward(announcement(4000, "PORT 10,0,1,2,0,0\r\n"))).isFalse();
        Frame next = packet("> tcp PA seq=127 ack=500 win=60000 sport=4000 dport=21 data=" + hex(PORT_20482), null);
        assertThat(forward(next)).isTrue();
        assertThat(new String(next.toBytes(), StandardCharsets.ISO_8859_1)).contains("PORT 10,0,2,50,80,2");
    }

    @ParameterizedTest
    @CsvSource({"299, 1", "300, 2"})
    void expectsForFiveMinutes(long seconds, int info) {
        assertThat(forward(request(5000))).isTrue();
        passed("< udp sport=69 dport=5000", null);
        router.connections.setSysctl("nf_conntrack_udp_timeout", 600);
        passed("> udp sport=5000 dport=69", null);
        router.nowNs += seconds * Connection.SECOND_NS;
        assertThat(passed("< udp sport=3000 dport=5000", null).connectionInfo()).isEqualTo((byte) info);
    }

    @Test
    void listsWhatIsExpectedAsTheToolDoes() {
        forward(request(5000));
        router.nowNs += 1_500_000_000L;
        assertThat(router.connections.helpers().expectations().list())
                .isEqualTo("298 proto=17 src=10.0.2.2 dst=10.0.1.2 sport=0 dport=5000 mask-src=255.255.255.255"
                        + " mask-dst=255.255.255.255 sport=0 dport=65535 master-src=10.0.1.2 master-dst=10.0.2.2"
                        + " sport=5000 dport=69 class=0 helper=tftp\n");
    }

    @Test
    void expectsNothingAnyMoreOnceTheMasterIsGone() {
        forward(request(5000));
        Expectations expectations = router.connections.helpers().expectations();
        assertThat(expectations.size()).isEqualTo(1);
        router.connections.flush();
        assertThat(expectations.size()).isZero();
        assertThat(passed("< udp sport=3000 dport=5000", null).connectionInfo()).isEqualTo(ConnectionInfo.NEW);
    }

    @Test
    void dropsAnAnnouncementThatTheTableHasNoRoomFor() {
        router.connections.setSysctl("nf_conntrack_expect_max", 20);
        for (int port = 5000; port < 5020; port++) {
            assertThat(forward(request(port))).isTrue();
        }
        assertThat(forward(request(5020))).isFalse();
        assertThat(forward(request(5000))).as("in place of its own").isTrue();
        router.nowNs += Helper.EXPECTATION_NS;
        assertThat(forward(request(5020))).isTrue();
    }

    @Test
    void drawsAPortAboveOneThatIsExpectedAlready() {
        translate();
        talk(4000, "10.0.2.50");
        talk(4001, "10.0.2.50");
        assertThat(forward(announcement(4000, PORT_20482))).isTrue();
        assertThat(forward(announcement(4001, PORT_20482))).isTrue();
        List<String> lines =
                router.connections.helpers().expectations().list().lines().toList();
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0)).contains("dport=20482 ");
        int drawn = Integer.parseInt(lines.get(1).replaceAll(".*? dport=(\\d+) .*", "$1"));
        assertThat(drawn).isBetween(20483, 65534);
    }

    @Test
    void mendsTheChecksumOfALineThatItRewrites() {
        translate();
        router.connections.setSysctl("nf_conntrack_checksum", 0);
        talk(4000, "10.0.2.50");
        Frame line = announcement(4000, PORT_20482);
        line.putU16(50, line.u16(50) + 1);
        assertThat(forward(line)).isTrue();
        assertThat(line.length()).isEqualTo(54 + PORT_20482.length() + 1);
        long pseudo = 0x0a00L + 0x0232 + 0x0a00 + 0x0202 + 6 + line.length() - 34;
        assertThat((line.sum(34, line.length() - 34) + pseudo) % 0xffff).isZero();
    }

    @Test
    void movesTheNumbersBehindALineThatGrew() {
        translate();
        talk(4000, "10.0.2.50");
        assertThat(forward(announcement(4000, PORT_20482))).isTrue();
        int end = 108 + PORT_20482.length();
        Frame next = passed("> tcp PA seq=" + end + " ack=500 win=60000 sport=4000 dport=21 data=0a", null);
        assertThat(next.i32(38)).isEqualTo(end + 1);
        Frame answer =
                passed("< tcp A seq=500 ack=" + (end + 2) + " win=60000 sport=21 dport=4000 dst=10.0.2.50", null);
        assertThat(answer.i32(42)).isEqualTo(end + 1);
        assertThat(answer.connectionInfo()).isEqualTo(ConnectionInfo.ESTABLISHED_REPLY);
    }

    @Test
    void growsAFrameThatFillsItsCell() {
        translate();
        talk(4000, "10.0.2.50");
        Frame line = announcement(4000, PORT_20482 + "x".repeat(2016 - 54 - PORT_20482.length()));
        assertThat(line.length()).isEqualTo(2016);
        assertThat(forward(line)).isTrue();
        assertThat(line.length()).isEqualTo(2017);
        assertThat(line.u8(2016)).isEqualTo('x');
    }

    @Test
    void dropsALineThatWouldOutgrowIp() {
        translate();
        talk(4000, "10.0.2.50");
        Frame line = announcement(4000, PORT_20482 + "x".repeat(65_535 - 40 - PORT_20482.length()));
        assertThat(forward(line)).isFalse();
        assertThat(router.connections.helpers().expectations().size()).isZero();
    }

    @Test
    void knowsTheTwoLatestBeginningsOfLines() {
        FtpLines lines = new FtpLines();
        lines.note(-10, false);
        lines.note(5, false);
        lines.note(20, false);
        assertThat(List.of(lines.beginsAt(-10, false), lines.beginsAt(5, false), lines.beginsAt(20, false)))
                .containsExactly(false, true, true);
        assertThat(lines.beginsAt(5, true)).isFalse();
    }
}
