package io.ringway.nat.conntrack;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringway.nat.Hook;
import io.ringway.packet.ChecksumState;
import io.ringway.packet.Frame;
import io.ringway.packet.FramePool;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The table as its user sees it; what packets do to states is in the golden files. */
class ConnectionsTest {
    private static final String SYN = "> tcp S seq=100 win=1000";
    private static final String SYN_ACK = "< tcp SA seq=500 ack=101 win=2000";
    private static final String ACK = "> tcp A seq=101 ack=501 win=1000";

    private final FramePool pool = new FramePool();
    private final Router router = new Router();
    private final List<byte[]> left = new ArrayList<>();

    private Frame frame(String text) {
        return new PacketText(pool, left, 1000).parse(text);
    }

    private boolean forward(String text) {
        Frame frame = frame(text);
        boolean passed = router.forward(frame, text.charAt(0) == '>' ? Router.LEFT : Router.RIGHT);
        left.add(Arrays.copyOfRange(frame.toBytes(), 14, frame.length()));
        frame.free();
        return passed;
    }

    private void wait(int seconds) {
        router.nowNs += seconds * Connection.SECOND_NS;
    }

    @Test
    void printsConnectionsAsConntrackDoes() {
        for (String text : List.of(SYN, SYN_ACK, ACK, "> udp len=4", "> icmp id=7", "< icmp type=0 id=7")) {
            forward(text);
        }
        for (String text : List.of("> ip proto=2", "> ip proto=33", "> ip proto=47 data=2001880b00041234")) {
            forward(text);
        }
        wait(1);
        assertThat(router.connections.list()).isEqualTo("""
                        tcp      6 431999 ESTABLISHED src=10.0.1.2 dst=10.0.2.2 sport=1000 dport=80 src=10.0.2.2 dst=10.0.1.2 sport=80 dport=1000 [ASSURED] mark=0 use=1
                        udp      17 29 src=10.0.1.2 dst=10.0.2.2 sport=1000 dport=80 [UNREPLIED] src=10.0.2.2 dst=10.0.1.2 sport=80 dport=1000 mark=0 use=1
                        icmp     1 29 src=10.0.1.2 dst=10.0.2.2 type=8 code=0 id=7 src=10.0.2.2 dst=10.0.1.2 type=0 code=0 id=7 mark=0 use=1
                        unknown  2 599 src=10.0.1.2 dst=10.0.2.2 [UNREPLIED] src=10.0.2.2 dst=10.0.1.2 mark=0 use=1
                        dccp     33 599 src=10.0.1.2 dst=10.0.2.2 sport=0 dport=0 [UNREPLIED] src=10.0.2.2 dst=10.0.1.2 sport=0 dport=0 mark=0 use=1
                        gre      47 29 src=10.0.1.2 dst=10.0.2.2 srckey=0x0 dstkey=0x1234 [UNREPLIED] src=10.0.2.2 dst=10.0.1.2 srckey=0x1234 dstkey=0x0 mark=0 use=1
                        """);
    }

    @Test
    void notesWithThePacketWhatItFoundOutAboutItsChecksum() {
        assertThat(summed("> udp len=4", ChecksumState.NONE)).isEqualTo(ChecksumState.VALID);
        assertThat(summed("> udp len=4", ChecksumState.COMPLETE)).isEqualTo(ChecksumState.COMPLETE);
        assertThat(summed("> icmp id=7 sum=bad", ChecksumState.VALID)).isEqualTo(ChecksumState.NONE);
        assertThat(summed("> icmp id=7 sum=bad", ChecksumState.COMPLETE)).isEqualTo(ChecksumState.NONE);
    }

    private ChecksumState summed(String text, ChecksumState known) {
        Frame frame = frame(text);
        frame.setChecksum(known);
        router.preroute(frame, Router.LEFT);
        return frame.checksum();
    }

    @Test
    void countsPacketsAndBytesOnceAccountingIsOn() {
        forward("> udp len=1 sport=7");
        router.connections.setSysctl("nf_conntrack_acct", 1);
        forward("> udp len=4");
        forward("> udp len=4");
        forward("< udp len=40");
        assertThat(router.connections.list().lines().skip(1))
                .containsExactly("udp      17 30 src=10.0.1.2 dst=10.0.2.2 sport=1000 dport=80 packets=2 bytes=64"
                        + " src=10.0.2.2 dst=10.0.1.2 sport=80 dport=1000 packets=1 bytes=68 mark=0 use=1");
    }

    @Test
    void leavesExpiredConnectionsOut() {
        forward("> udp len=4");
        forward(SYN);
        wait(31);
        assertThat(router.connections.list()).startsWith("tcp ").hasLineCount(1);
        assertThat(router.connections.size()).isEqualTo(1);
        router.connections.flush();
        assertThat(router.connections.size()).isZero();
    }

    @Test
    void forgetsPacketsThatAreDroppedBeforeConfirmation() {
        Frame frame = frame(SYN);
        assertThat(router.preroute(frame, Router.LEFT)).isTrue();
        assertThat(((Connection) frame.connection()).isConfirmed()).isFalse();
        frame.free();
        assertThat(router.connections.size()).isZero();
    }

    @Test
    void dropsTheLaterOfTwoFirstSegments() {
        Frame one = frame(SYN);
        Frame other = frame(SYN);
        router.preroute(one, Router.LEFT);
        router.preroute(other, Router.LEFT);
        assertThat(router.connections.confirm(one)).isTrue();
        assertThat(router.connections.confirm(other)).isFalse();
    }

    @Test
    void letsTheLaterOfTwoFirstDatagramsJoinTheEarlier() {
        Frame one = frame("> udp len=1");
        Frame other = frame("> udp len=2");
        router.preroute(one, Router.LEFT);
        router.preroute(other, Router.LEFT);
        assertThat(router.connections.confirm(one)).isTrue();
        assertThat(router.connections.confirm(other)).isTrue();
        assertThat(other.connection()).isSameAs(one.connection());
        assertThat(router.connections.size()).isEqualTo(1);
    }

    @Test
    void keepsTheConnectionOfAPacketThatComesBackOverLoopback() {
        Frame frame = frame("> udp len=1");
        router.connections.track(Hook.OUTPUT, frame);
        Object connection = frame.connection();
        router.connections.confirm(frame);
        router.connections.track(Hook.PREROUTING, frame);
        assertThat(frame.connection()).isSameAs(connection);
        assertThat(frame.connectionInfo()).isEqualTo(ConnectionInfo.NEW);
    }

    @Test
    void relatesTheHostsOwnAnswerToWhatCausedIt() {
        Frame cause = frame("> udp len=1");
        router.preroute(cause, Router.LEFT);
        Frame answer = frame("< icmp type=3");
        router.connections.attach(answer, cause);
        assertThat(answer.connection()).isSameAs(cause.connection());
        assertThat(answer.connectionInfo()).isEqualTo(ConnectionInfo.RELATED_REPLY);
        assertThat(router.connections.confirm(answer)).isTrue();
        assertThat(router.connections.size()).isZero();
    }

    @Test
    void leavesExemptedPacketsAlone() {
        Frame frame = frame(SYN);
        Connections.untrack(frame);
        router.preroute(frame, Router.LEFT);
        assertThat(frame.connection()).isNull();
        assertThat(ConnectionInfo.isUntracked(frame)).isTrue();
    }

    @Test
    void dropsNewConnectionsWhileTheTableIsFull() {
        router.connections.setSysctl("nf_conntrack_max", 2);
        assertThat(forward("> udp sport=1")).isTrue();
        assertThat(forward("> udp sport=2")).isTrue();
        assertThat(forward("> udp sport=3")).isFalse();
        assertThat(forward("> udp sport=2")).isTrue();
        wait(31);
        assertThat(forward("> udp sport=3")).isTrue();
    }

    @Test
    void knowsItsSettingsByName() {
        assertThat(router.connections.sysctl("nf_conntrack_tcp_timeout_established"))
                .isEqualTo(432_000);
        assertThat(router.connections.setSysctl("nf_conntrack_tcp_timeout_close_wait", 5))
                .isTrue();
        assertThat(router.connections.sysctl("nf_conntrack_tcp_timeout_close_wait"))
                .isEqualTo(5);
        assertThat(router.connections.setSysctl("nf_conntrack_nonsense", 5)).isFalse();
        assertThat(router.connections.bounds("ip_forward")).isNull();
    }

    @Test
    void ignoresWhatTheLinkPadded() {
        Frame frame = frame(SYN);
        frame.setLength(frame.length() + 6);
        router.preroute(frame, Router.LEFT);
        assertThat(frame.connection()).isNotNull();
    }

    @Test
    void allocatesNothingForAnEstablishedPacket() {
        router.translates = true;
        router.rules.add(RuleText.parse("rule snat --to-source 10.0.2.50".split(" ", -1)));
        for (String text : List.of(SYN, "< tcp SA to=1 seq=500 ack=101 win=2000", ACK)) {
            assertThat(forward(text)).isTrue();
        }
        byte[] packet = frame(ACK).toBytes();
        Frame frame = frame(ACK);
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
        assertThat(((Connection) frame.connection()).isAssured()).isTrue();
        assertThat(least).as("bytes for 1000 packets").isLessThan(1000);
    }

    @Test
    void countsWhatComesToNothing() {
        forward(SYN);
        forward("> tcp SF seq=100");
        forward("> udp sum=bad");
        forward("> icmp sum=bad");
        forward("> icmp type=0 id=9");
        assertThat(router.connections.statistics().invalid()).isEqualTo(3);
        assertThat(router.connections.statistics().error()).isEqualTo(1);
    }

    @Test
    void learnsWindowsAnewWhenTrackingComesBack() {
        for (String text : List.of(SYN, SYN_ACK, ACK)) {
            forward(text);
        }
        Frame sooner = frame("> tcp A seq=900000 ack=700000 win=1000");
        router.preroute(sooner, Router.LEFT);
        assertThat(sooner.connection()).isNull();
        sooner.free();
        router.connections.resume();
        Frame later = frame("> tcp A seq=900000 ack=700000 win=1000");
        router.preroute(later, Router.LEFT);
        assertThat(later.connection()).isNotNull();
        later.free();
    }

    @Test
    void notesWhenAConnectionBeganIfAskedTo() {
        forward("> udp sport=1");
        router.connections.setSysctl("nf_conntrack_timestamp", 1);
        wait(5);
        forward("> udp sport=2");
        forward("> udp sport=1");
        assertThat(router.connections.table().oldest().startedNs()).isEqualTo(-1);
        assertThat(router.connections.table().oldest().newer.startedNs()).isEqualTo(5 * Connection.SECOND_NS);
    }

    @Test
    void countsItselfAmongItsSettings() {
        forward("> udp sport=1");
        assertThat(router.connections.sysctl("nf_conntrack_count")).isEqualTo(1);
        assertThat(router.connections.bounds("nf_conntrack_count").writable()).isFalse();
    }
}
