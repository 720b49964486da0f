package io.ringway.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringway.engine.device.Dummy;
import io.ringway.engine.device.OperState;
import io.ringway.engine.device.TapInterface;
import io.ringway.engine.device.Veth;
import io.ringway.engine.device.VlanDevice;
import io.ringway.packet.DropReason;
import io.ringway.packet.EthernetHeader;
import io.ringway.packet.Frame;
import io.ringway.packet.MacAddress;
import org.junit.jupiter.api.Test;

/** The life of devices: carriers, operational states, taps, VLANs. */
class LinkTest {
    private final Bench bench = new Bench();

    private static Veth[] freshPair(Bench bench) {
        Veth[] ends = Veth.pair(bench.network.kernel(), "v0", Bench.mac(1), "v1", Bench.mac(2));
        bench.ns("host").add(ends[1], 0);
        bench.ns("host").add(ends[0], 0);
        return ends;
    }

    @Test
    void aDeletedEndTakesItsPeerAlong() {
        Veth[] ends = bench.veth("a", "eth0", 0xa, "host", "va", 1);
        bench.network.delete(ends[0]);
        assertThat(bench.ns("host").device("va")).isNull();
    }

    @Test
    void aNamespaceThatGoesTakesTheOtherEndsAlong() {
        bench.veth("a", "eth0", 0xa, "host", "va", 1);
        bench.network.removeNamespace(bench.ns("a"));
        assertThat(bench.ns("host").device("va")).isNull();
    }

    @Test
    void rememberTheStateOfTheLastNewsOfTheirCarrier() {
        Veth[] ends = freshPair(bench);
        bench.advance(2);
        bench.network.move(ends[1], bench.ns("a"), null, 0);
        bench.ns("host").setUp(ends[0], true);
        bench.advance(2);
        assertThat(ends[0].carrier().state()).isEqualTo(OperState.LOWERLAYERDOWN);
        bench.ns("a").setUp(ends[1], true);
        bench.ns("a").setUp(ends[1], false);
        bench.advance(2);
        assertThat(ends[0].carrier().state()).isEqualTo(OperState.DOWN);
    }

    @Test
    void hearOfTheirCarrierOnceASecondUnlessItIsUrgent() {
        Veth[] ends = freshPair(bench);
        bench.advance(0.1);
        assertThat(ends[1].carrier().state()).isEqualTo(OperState.LOWERLAYERDOWN);
        TapInterface tap = new TapInterface(bench.network.kernel(), "tap0", Bench.mac(3));
        bench.ns("host").add(tap, 0);
        tap.setAttached(true);
        bench.advance(0.1);
        assertThat(tap.carrier().state()).isEqualTo(OperState.DOWN);
        bench.advance(1);
        assertThat(tap.carrier().state()).isEqualTo(OperState.UP);
    }

    @Test
    void aTapSendsNothingUntilTheOutsideIsAttached() {
        TapInterface tap = new TapInterface(bench.network.kernel(), "tap0", Bench.mac(3));
        bench.ns("host").add(tap, 0);
        bench.ns("host").setUp(tap, true);
        bench.inject(tap, Frames.plain(MacAddress.BROADCAST, Bench.mac(3)));
        assertThat(bench.network.accounts().droppedFrames(DropReason.DEV_READY)).isEqualTo(1);
        bench.network.begin();
        bench.inject(tap, Frames.plain(MacAddress.BROADCAST, Bench.mac(3)));
        assertThat(tap.counters().txPackets()).isEqualTo(1);
        assertThat(bench.network.accounts().deliveredFrames()).isEqualTo(1);
    }

    @Test
    void aTapCountsATagAmongWhatItSends() {
        TapInterface tap = new TapInterface(bench.network.kernel(), "tap0", Bench.mac(3));
        bench.ns("host").add(tap, 0);
        bench.ns("host").setUp(tap, true);
        bench.network.begin();
        byte[] frame = Frames.plain(MacAddress.BROADCAST, Bench.mac(3));
        frame[12] = (byte) 0x81;
        frame[13] = 0;
        bench.inject(tap, frame);
        assertThat(tap.counters().txBytes()).isEqualTo(frame.length);
    }

    @Test
    void aFrameFromOutsideArrivesAtATapThatIsUp() {
        TapInterface tap = new TapInterface(bench.network.kernel(), "tap0", Bench.mac(3));
        bench.ns("host").add(tap, 0);
        bench.network.begin();
        bench.network.arrive(tap, frame(), 0);
        assertThat(bench.network.accounts().droppedFrames(DropReason.DEV_DOWN)).isEqualTo(1);
        bench.ns("host").setUp(tap, true);
        bench.watch(tap);
        bench.network.arrive(tap, frame(), 0);
        assertThat(bench.arrivals()).containsExactly("host:tap0");
    }

    private Frame frame() {
        byte[] bytes = Frames.plain(Bench.mac(3), Bench.mac(4));
        Frame frame = bench.network.kernel().pool().allocate(bytes.length);
        frame.put(0, bytes);
        return frame;
    }

    @Test
    void aVlanDeviceTagsWhatItSendsAndUntagsWhatItGets() {
        Veth[] ends = bench.veth("a", "eth0", 0xa, "b", "eth0", 0xb);
        VlanDevice left = vlan(ends[0], 5);
        VlanDevice right = vlan(ends[1], 5);
        bench.inject(left, Frames.plain(Bench.mac(0xb), Bench.mac(0xa)));
        assertThat(bench.arrived(ends[1]).get(0))
                .startsWith(0x02, 0, 0, 0, 0, 0x0b, 0x02, 0, 0, 0, 0, 0x0a, 0x81, 0, 0, 5);
        assertThat(bench.arrived(right).get(0)).isEqualTo(Frames.plain(Bench.mac(0xb), Bench.mac(0xa)));
        assertThat(bench.network.accounts().heldFrames()).isZero();
    }

    @Test
    void aVlanDeviceLeavesOtherVlansAlone() {
        Veth[] ends = bench.veth("a", "eth0", 0xa, "b", "eth0", 0xb);
        VlanDevice left = vlan(ends[0], 5);
        VlanDevice right = vlan(ends[1], 6);
        bench.inject(left, Frames.plain(Bench.mac(0xb), Bench.mac(0xa)));
        assertThat(bench.arrived(right)).isEmpty();
    }

    @Test
    void aVlanDeviceGoesDownAndComesUpWithTheLowerDevice() {
        Veth[] ends = bench.veth("a", "eth0", 0xa, "b", "eth0", 0xb);
        VlanDevice vlan = vlan(ends[0], 5);
        bench.ns("a").setUp(ends[0], false);
        assertThat(vlan.isUp()).isFalse();
        bench.ns("a").setUp(ends[0], true);
        assertThat(vlan.isUp()).isTrue();
    }

    @Test
    void aDummyForgetsWhatItIsGiven() {
        Dummy dummy = new Dummy(bench.network.kernel(), "d0", Bench.mac(7));
        bench.ns("host").add(dummy, 0);
        bench.ns("host").setUp(dummy, true);
        bench.inject(dummy, Frames.plain(MacAddress.BROADCAST, Bench.mac(7)));
        assertThat(dummy.counters().txPackets()).isEqualTo(1);
        assertThat(bench.network.accounts().heldFrames()).isZero();
        assertThat(dummy.carrier().state()).isEqualTo(OperState.UNKNOWN);
    }

    private VlanDevice vlan(Veth lower, int id) {
        VlanDevice vlan = new VlanDevice(
                bench.network.kernel(),
                "eth0." + id,
                0,
                lower,
                new VlanDevice.Options(EthernetHeader.TYPE_VLAN, id, true, false));
        bench.ns(lower.namespace()).add(vlan, 0);
        bench.ns(lower.namespace()).setUp(vlan, true);
        bench.watch(vlan);
        return vlan;
    }
}
