package io.ringway.nat.conntrack;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringway.nat.Hook;
import io.ringway.packet.Frame;
import io.ringway.packet.FramePool;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a router makes of associations; every chunk in every state is in the golden files. */
class SctpTrackerTest {
    private static final int TRANSPORT = 34;
    private static final String INIT = "> sctp tag=0 chunks=INIT(7)";
    private static final String INIT_ACK = "< sctp tag=7 chunks=INIT_ACK(9)";
    private static final String COOKIE_ECHO = "> sctp tag=9 chunks=COOKIE_ECHO";
    private static final String COOKIE_ACK = "< sctp tag=7 chunks=COOKIE_ACK";
    private static final String DATA = "> sctp tag=9 chunks=DATA";

    private final FramePool pool = new FramePool();
    private final Router router = new Router();
    private final List<byte[]> left = new ArrayList<>();

    private Frame frame(String text) {
        return new PacketText(pool, left, 1000).parse(text);
    }

    private Frame forward(String text) {
        Frame frame = frame(text);
        assertThat(router.forward(frame, text.charAt(0) == '>' ? Router.LEFT : Router.RIGHT))
                .isTrue();
        left.add(Arrays.copyOfRange(frame.toBytes(), 14, frame.length()));
        return frame;
    }

    private Connection establish() {
        forward(INIT);
        forward(INIT_ACK);
        forward(COOKIE_ECHO);
        return (Connection) forward(COOKIE_ACK).connection();
    }

    @Test
    void printsAssociationsAsConntrackDoes() {
        forward(INIT);
        forward(INIT + " sport=1001");
        forward(INIT_ACK);
        assertThat(router.connections.list()).isEqualTo("""
                        sctp     132 3 COOKIE_WAIT src=10.0.1.2 dst=10.0.2.2 sport=1000 dport=80 src=10.0.2.2 dst=10.0.1.2 sport=80 dport=1000 mark=0 use=1
                        sctp     132 10 CLOSED src=10.0.1.2 dst=10.0.2.2 sport=1001 dport=80 [UNREPLIED] src=10.0.2.2 dst=10.0.1.2 sport=80 dport=1001 mark=0 use=1
                        """);
    }

    @Test
    void isSureOfAnAssociationOnceTheCookieIsAcknowledged() {
        Connection connection = establish();
        assertThat(connection.sctp.state).isEqualTo(SctpState.ESTABLISHED);
        assertThat(connection.isAssured()).isTrue();
        assertThat(connection.secondsLeft(router.nowNs)).isEqualTo(210);
    }

    @Test
    void knowsAStrangerByItsTag() {
        Connection connection = establish();
        assertThat(forward("> sctp tag=8 chunks=DATA").connection()).isNull();
        assertThat(forward(DATA).connection()).isSameAs(connection);
    }

    @Test
    void looksAtTheChecksumOfPacketsFromOutsideOnly() {
        assertThat(forward(INIT + " sum=bad").connection()).isNull();
        Frame own = frame(INIT + " sum=bad");
        router.connections.track(Hook.OUTPUT, own);
        assertThat(own.connection()).isNotNull();
    }

    @Test
    void takesTheChecksumOverTheWholeOfALongPacket() {
        establish();
        String chunks = DATA + ",DATA".repeat(40);
        assertThat(forward(chunks).connection()).isNotNull();
        Frame broken = frame(chunks);
        broken.putU8(broken.length() - 1, broken.u8(broken.length() - 1) ^ 1);
        router.preroute(broken, Router.LEFT);
        assertThat(broken.connection()).isNull();
    }

    @Test
    void keepsWhatOneChunkDidThoughALaterOneIsRefused() {
        Connection connection = establish();
        assertThat(forward("> sctp tag=9 chunks=SHUTDOWN,ABORT+1").connection()).isNull();
        assertThat(SctpState.name(connection.sctp.state)).isEqualTo("SHUTDOWN_SENT");
    }

    @Test
    void letsARepeatedInitKeepNothingAlive() {
        forward(INIT);
        router.nowNs += 4 * Connection.SECOND_NS;
        Connection connection = (Connection) forward(INIT).connection();
        assertThat(connection.secondsLeft(router.nowNs)).isEqualTo(6);
    }

    @Test
    void mendsTheChecksumOfWhatItTranslates() {
        router.translates = true;
        router.rules.add(RuleText.parse("rule snat -p sctp -- --to-source 10.0.2.50:5000".split(" ", -1)));
        router.connections.setSysctl("nf_conntrack_checksum", 0);
        Frame sent = forward(INIT + " sum=bad");
        assertThat(sent.u16(TRANSPORT)).isEqualTo(5000);
        assertThat(new SctpChecksum().isGood(sent, TRANSPORT, sent.length())).isTrue();
    }

    @Test
    void allocatesNothingForAPacketOfAnAssociation() {
        router.translates = true;
        router.rules.add(RuleText.parse("rule snat --to-source 10.0.2.50".split(" ", -1)));
        forward(INIT);
        forward("< sctp to=1 tag=7 chunks=INIT_ACK(9)");
        Frame frame = frame("> sctp tag=9 chunks=ERROR,SACK");
        byte[] packet = frame.toBytes();
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long id = Thread.currentThread().getId();
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 20; round++) {
            long before = threads.getThreadAllocatedBytes(id);
            for (int i = 0; i < 1000; i++) {
                frame.put(0, packet);
                frame.setConnection(null, (byte) 0);
                router.forward(frame, Router.LEFT);
            }
            least = Math.min(least, threads.getThreadAllocatedBytes(id) - before);
        }
        assertThat(frame.connection()).isNotNull();
        assertThat(least).as("bytes for 1000 packets").isLessThan(1000);
    }
}
