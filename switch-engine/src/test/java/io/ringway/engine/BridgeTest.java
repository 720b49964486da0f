package io.ringway.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringway.engine.device.FdbAddition;
import io.ringway.packet.DropReason;
import io.ringway.packet.MacAddress;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BridgeTest extends ThreeHostsOnABridge {
    @Test
    void floodsUnknownUnicastToTheNewestPortFirst() {
        bench.inject(a, Frames.plain(Bench.mac(0x77), A));
        assertThat(bench.arrivals()).containsExactly("host:va", "c:eth0", "b:eth0");
    }

    @Test
    void sendsToTheLearnedPortOnly() {
        bench.inject(b, Frames.plain(MacAddress.BROADCAST, B));
        bench.arrivals();
        bench.inject(a, Frames.plain(B, A));
        assertThat(bench.arrivals()).containsExactly("host:va", "b:eth0");
    }

    @Test
    void receivesNoFrameWhoseTagIsCutShort() {
        byte[] tagged = Arrays.copyOf(Frames.plain(MacAddress.BROADCAST, A), 20);
        tagged[12] = (byte) 0x81;
        tagged[13] = 0;
        bench.inject(a, tagged);
        assertThat(bench.arrivals()).contains("host:va", "c:eth0");
        bench.inject(a, Arrays.copyOf(tagged, 19));
        assertThat(bench.arrivals()).isEmpty();
    }

    @Test
    void forwardsNoFrameWhoseSecondTagIsCutShort() {
        byte[] tagged = Arrays.copyOf(Frames.plain(MacAddress.BROADCAST, A), 22);
        tagged[12] = tagged[16] = (byte) 0x81;
        tagged[13] = tagged[17] = 0;
        bench.inject(a, tagged);
        assertThat(bench.arrivals()).contains("c:eth0");
        bench.inject(a, Arrays.copyOf(tagged, 21));
        assertThat(bench.arrivals()).containsExactly("host:va");
    }

    @Test
    void relearnsMacWhenItMovesPort() {
        bench.inject(b, Frames.plain(MacAddress.BROADCAST, B));
        bench.inject(c, Frames.plain(MacAddress.BROADCAST, B));
        bench.arrivals();
        bench.inject(a, Frames.plain(B, A));
        assertThat(bench.arrivals()).containsExactly("host:va", "c:eth0");
    }

    @Test
    void passesBroadcastUpAfterFloodingIt() {
        bench.inject(a, Frames.arpRequest(A, "10.0.0.1", "10.0.0.9"));
        assertThat(bench.arrivals()).containsExactly("host:va", "host:br0", "c:eth0", "b:eth0");
    }

    @Test
    void forgetsAnAddressOnlyWhenTheCollectorRuns() {
        bench.advance(1);
        bench.inject(b, Frames.plain(MacAddress.BROADCAST, B));
        bench.arrivals();
        bench.advance(299.5);
        bench.inject(a, Frames.plain(B, A));
        assertThat(bench.arrivals()).containsExactly("host:va", "b:eth0");
        bench.advance(10);
        bench.inject(a, Frames.plain(B, A));
        assertThat(bench.arrivals()).containsExactly("host:va", "c:eth0", "b:eth0");
    }

    @Test
    void keepsAStaticEntryForever() {
        add(Bench.mac(0x55), c, FdbAddition.Kind.STATIC, false);
        bench.advance(1000);
        bench.inject(a, Frames.plain(Bench.mac(0x55), A));
        assertThat(bench.arrivals()).containsExactly("host:va", "c:eth0");
    }

    @Test
    void neverSendsAFrameBackWhereItCameFrom() {
        bench.inject(a, Frames.plain(MacAddress.BROADCAST, B));
        bench.arrivals();
        bench.inject(a, Frames.plain(B, A));
        assertThat(bench.arrivals()).containsExactly("host:va");
        assertThat(bench.network.accounts().droppedFrames(DropReason.NO_TX_TARGET))
                .isEqualTo(1);
    }

    @Test
    void countsWithoutTheEthernetHeaderWhatItPassesUp() {
        bench.inject(a, Frames.arpRequest(A, "10.0.0.1", "10.0.0.9"));
        assertThat(bridge.counters().rxPackets()).isEqualTo(1);
        assertThat(bridge.counters().rxBytes()).isEqualTo(28);
        assertThat(a.counters().txBytes()).isEqualTo(42);
        assertThat(c.counters().rxBytes()).isEqualTo(42);
    }

    @Test
    void conservesEveryFrameOfAFlood() {
        bench.inject(a, Frames.plain(MacAddress.BROADCAST, A));
        assertThat(bench.network.accounts().heldFrames()).isZero();
        assertThat(bench.network.kernel().pool().freeCells())
                .isEqualTo(bench.network.kernel().pool().totalCells());
    }

    @Test
    void leavesAStickyAddressAtItsPort() {
        add(B, c, FdbAddition.Kind.STATIC, true);
        bench.inject(b, Frames.plain(MacAddress.BROADCAST, B));
        bench.arrivals();
        bench.inject(a, Frames.plain(B, A));
        assertThat(bench.arrivals()).containsExactly("host:va", "c:eth0");
    }

    @Test
    void forgetsAtOnceWhenTheAgeingTimeBecomesZeroAndLearnsNoMore() {
        bench.inject(b, Frames.plain(MacAddress.BROADCAST, B));
        bridge.fdb().setAgeingNs(0);
        bench.advance(0);
        assertThat(bridge.fdb().find(B)).isNull();
        bench.inject(b, Frames.plain(MacAddress.BROADCAST, B));
        assertThat(bridge.fdb().find(B)).isNull();
    }

    @Test
    void keepsWhatAControlPlaneLearnedForIt() {
        bridge.add(new FdbAddition(B, b.peer().port(), FdbAddition.Kind.DYNAMIC, false, true, false, true));
        bench.ns("b").setUp(b, false);
        bench.advance(1000);
        assertThat(bridge.fdb().find(B)).isNotNull();
    }
}
