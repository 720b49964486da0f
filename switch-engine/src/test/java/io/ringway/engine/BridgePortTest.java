package io.ringway.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringway.engine.device.Bridge;
import io.ringway.engine.device.FdbAddition;
import io.ringway.engine.device.FdbEntry;
import io.ringway.engine.device.PortFlag;
import io.ringway.engine.device.PortState;
import io.ringway.engine.device.Veth;
import io.ringway.packet.MacAddress;
import org.junit.jupiter.api.Test;

/** What the flags and states of a bridge's ports let through. */
class BridgePortTest extends ThreeHostsOnABridge {
    @Test
    void sendsBackOnAHairpinPort() {
        a.peer().port().set(PortFlag.HAIRPIN, true);
        bench.inject(a, Frames.plain(MacAddress.BROADCAST, B));
        bench.arrivals();
        bench.inject(a, Frames.plain(B, A));
        assertThat(bench.arrivals()).containsExactly("host:va", "a:eth0");
    }

    @Test
    void keepsIsolatedPortsApart() {
        a.peer().port().set(PortFlag.ISOLATED, true);
        b.peer().port().set(PortFlag.ISOLATED, true);
        bench.inject(a, Frames.plain(MacAddress.BROADCAST, A));
        assertThat(bench.arrivals()).contains("c:eth0").doesNotContain("b:eth0");
    }

    @Test
    void forgetsWhatItLearnedAtAPortThatWentDown() {
        bench.inject(b, Frames.plain(MacAddress.BROADCAST, B));
        bench.ns("b").setUp(b, false);
        assertThat(bridge.fdb().entries()).extracting(FdbEntry::mac).doesNotContain(B);
    }

    @Test
    void takesTheLowestPortMacUnlessOneWasChosen() {
        Bridge follower = new Bridge(bench.network.kernel(), "br1", Bench.mac(0xee), false);
        bench.ns("host").add(follower, 0);
        Veth[] pair = bench.veth("d", "eth0", 0xd, "host", "vd", 4);
        follower.addPort(pair[1]);
        assertThat(follower.mac()).isEqualTo(Bench.mac(4));
        follower.setMac(Bench.mac(0x66));
        pair[1].setMac(Bench.mac(2));
        assertThat(follower.mac()).isEqualTo(Bench.mac(0x66));
    }

    @Test
    void floodsOnlyToPortsThatWantSuchFrames() {
        b.peer().port().set(PortFlag.FLOOD, false);
        c.peer().port().set(PortFlag.BCAST_FLOOD, false);
        bench.inject(a, Frames.plain(Bench.mac(0x77), A));
        assertThat(bench.arrivals()).containsExactly("host:va", "c:eth0");
        bench.inject(a, Frames.plain(MacAddress.BROADCAST, A));
        assertThat(bench.arrivals()).containsExactly("host:va", "host:br0", "b:eth0");
        b.peer().port().set(PortFlag.MCAST_FLOOD, false);
        bench.inject(a, Frames.plain(MacAddress.parse("01:00:5e:00:00:05"), A));
        assertThat(bench.arrivals()).containsExactly("host:va", "host:br0", "c:eth0");
    }

    @Test
    void learnsNothingAtAPortThatMustNot() {
        b.peer().port().set(PortFlag.LEARNING, false);
        bench.inject(b, Frames.plain(MacAddress.BROADCAST, B));
        assertThat(bridge.fdb().find(B)).isNull();
    }

    @Test
    void letsOnlyKnownAddressesInByALockedPort() {
        b.peer().port().set(PortFlag.LOCKED, true);
        bench.inject(b, Frames.plain(A, B));
        assertThat(bench.arrivals()).containsExactly("host:vb");
        add(B, b, FdbAddition.Kind.STATIC, false);
        bench.inject(b, Frames.plain(A, B));
        assertThat(bench.arrivals()).containsExactly("host:vb", "c:eth0", "a:eth0");
    }

    @Test
    void learnsButDoesNotForwardInTheLearningState() {
        bench.advance(16);
        assertThat(b.peer().port().setState(PortState.LEARNING)).isTrue();
        bench.inject(b, Frames.plain(A, B));
        assertThat(bench.arrivals()).containsExactly("host:vb");
        assertThat(bridge.fdb().find(B)).isNotNull();
        bench.advance(60);
        assertThat(b.peer().port().state()).isEqualTo(PortState.LEARNING);
    }

    @Test
    void leavesTheListeningStateWhileTheForwardDelayOfItsStartRuns() {
        bench.advance(1);
        b.peer().port().setState(PortState.LISTENING);
        bench.advance(14.5);
        assertThat(b.peer().port().state()).isEqualTo(PortState.LEARNING);
        bench.advance(15);
        assertThat(b.peer().port().state()).isEqualTo(PortState.FORWARDING);
    }

    @Test
    void forwardsAtOnceWhenToldToBlock() {
        b.peer().port().setState(PortState.BLOCKING);
        assertThat(b.peer().port().isForwarding()).isTrue();
        b.peer().port().setState(PortState.DISABLED);
        assertThat(b.peer().port().isForwarding()).isFalse();
    }

    @Test
    void keepsTheOlderOfTwoEqualPortAddressesAndHandsItOn() {
        Veth[] twin = bench.veth("d", "eth0", 0xd, "host", "vd", 1);
        bridge.addPort(twin[1]);
        assertThat(bridge.fdb().find(Bench.mac(1)).port()).isSameAs(a.peer().port());
        bridge.removePort(a.peer().port());
        assertThat(bridge.fdb().find(Bench.mac(1)).port()).isSameAs(twin[1].port());
        bridge.removePort(twin[1].port());
        assertThat(bridge.fdb().find(Bench.mac(1))).isNull();
    }
}
