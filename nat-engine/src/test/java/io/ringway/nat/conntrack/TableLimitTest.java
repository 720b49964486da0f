package io.ringway.nat.conntrack;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringway.packet.Frame;
import io.ringway.packet.FramePool;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What goes, and what stays, when the table of connections is full. */
class TableLimitTest {
    private final FramePool pool = new FramePool();
    private Router router;

    @BeforeEach
    void begin() {
        router = new Router();
        router.connections.setSysctl("nf_conntrack_udp_timeout", 100_000);
        router.connections.setSysctl("nf_conntrack_udp_timeout_stream", 100_000);
    }

    @Test
    void anUnassuredConnectionOfTheSameChainsMakesRoom() {
        limit(1000, 1);
        for (int port = 1; port <= 3000; port++) {
            assertThat(forward("> udp sport=" + port)).isTrue();
        }
        assertThat(router.connections.size()).isBetween(900, 1000);
        assertThat(statistics().earlyDrop()).isEqualTo(3000 - router.connections.size());
        assertThat(statistics().drop()).isZero();
    }

    @Test
    void theNewestConnectionsAreInTheTable() {
        limit(1000, 1);
        for (int port = 1; port <= 1500; port++) {
            forward("> udp sport=" + port);
        }
        Frame answer = frame("< udp dport=1500");
        router.preroute(answer, Router.RIGHT);
        assertThat(answer.connectionInfo()).isEqualTo(ConnectionInfo.ESTABLISHED_REPLY);
        answer.free();
    }

    @Test
    void assuredConnectionsAreNeverEvicted() {
        limit(600, 1);
        for (int port = 1; port <= 600; port++) {
            makeStream(port);
        }
        for (int port = 1001; port <= 1200; port++) {
            assertThat(forward("> udp sport=" + port)).isFalse();
        }
        assertThat(router.connections.size()).isEqualTo(600);
        assertThat(statistics().drop()).isEqualTo(200);
        assertThat(statistics().earlyDrop()).isZero();
    }

    @Test
    void inAWideTableHardlyAnybodySharesAChain() {
        limit(10, 262_144);
        for (int port = 1; port <= 10; port++) {
            forward("> udp sport=" + port);
        }
        assertThat(forward("> udp sport=11")).isFalse();
        assertThat(statistics().drop()).isEqualTo(1);
    }

    @Test
    void aSecondAfterADropTheCollectorTakesWhatIsUnassured() {
        limit(200, 1 << 30);
        for (int port = 1; port <= 200; port++) {
            if (port <= 100) {
                makeStream(port);
            } else {
                forward("> udp sport=" + port);
            }
        }
        assertThat(forward("> udp sport=1001")).isFalse();
        router.nowNs += Connection.SECOND_NS;
        assertThat(forward("> udp sport=1001")).isTrue();
        assertThat(router.connections.size()).isEqualTo(190);
    }

    @Test
    void aSmallTableHasNothingToCollect() {
        limit(99, 1 << 30);
        for (int port = 1; port <= 99; port++) {
            forward("> udp sport=" + port);
        }
        assertThat(forward("> udp sport=1001")).isFalse();
        router.nowNs += Connection.SECOND_NS;
        assertThat(forward("> udp sport=1001")).isFalse();
    }

    @Test
    void closingConnectionsAreCollectedThoughAssured() {
        limit(100, 1 << 30);
        for (int port = 1; port <= 100; port++) {
            forward("> tcp S seq=100 win=1000 sport=" + port);
            forward("< tcp SA seq=500 ack=101 win=2000 dport=" + port);
            forward("> tcp A seq=101 ack=501 win=1000 sport=" + port);
        }
        forward("> tcp FA seq=101 ack=501 win=1000 sport=7");
        assertThat(forward("> udp sport=1")).isFalse();
        router.nowNs += Connection.SECOND_NS;
        assertThat(forward("> udp sport=1")).isTrue();
        assertThat(forward("> udp sport=2")).isFalse();
    }

    @Test
    void aLimitOfZeroIsNone() {
        limit(0, 1);
        for (int port = 1; port <= 100; port++) {
            assertThat(forward("> udp sport=" + port)).isTrue();
        }
        assertThat(router.connections.size()).isEqualTo(100);
    }

    @Test
    void theLimitIsTheMachinesAndEachNamespaceHasAsMany() {
        TrackingLimits limits = new TrackingLimits();
        Connections one = new Connections(router, limits);
        Connections other = new Connections(router, limits);
        one.setSysctl("nf_conntrack_max", 3);
        one.setSysctl("nf_conntrack_buckets", 100);
        assertThat(other.sysctl("nf_conntrack_max")).isEqualTo(3);
        assertThat(other.sysctl("nf_conntrack_buckets")).isEqualTo(512);
        assertThat(router.connections.sysctl("nf_conntrack_max")).isEqualTo(262_144);
    }

    @Test
    void whoIsDroppedBeforeItIsConfirmedTakesNoPlace() {
        limit(2, 1 << 30);
        forward("> udp sport=1");
        for (int port = 2; port <= 5; port++) {
            Frame frame = frame("> udp sport=" + port);
            assertThat(router.preroute(frame, Router.LEFT)).isTrue();
            frame.free();
        }
        assertThat(forward("> udp sport=6")).isTrue();
        assertThat(forward("> udp sport=7")).isFalse();
    }

    private void makeStream(int port) {
        forward("> udp sport=" + port);
        forward("< udp dport=" + port);
        router.nowNs += 3 * Connection.SECOND_NS;
        forward("> udp sport=" + port);
    }

    private void limit(int max, int buckets) {
        router.connections.setSysctl("nf_conntrack_max", max);
        router.connections.setSysctl("nf_conntrack_buckets", buckets);
    }

    private Statistics statistics() {
        return router.connections.statistics();
    }

    private Frame frame(String text) {
        return new PacketText(pool, List.of(), 1000).parse(text);
    }

    private boolean forward(String text) {
        Frame frame = frame(text);
        boolean passed = router.forward(frame, text.charAt(0) == '>' ? Router.LEFT : Router.RIGHT);
        frame.free();
        return passed;
    }
}
