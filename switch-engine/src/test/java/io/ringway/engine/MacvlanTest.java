package io.ringway.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringway.engine.device.Device;
import io.ringway.engine.device.Macvlan;
import io.ringway.engine.device.MacvlanMode;
import io.ringway.engine.device.OperState;
import io.ringway.engine.device.Veth;
import io.ringway.packet.EthernetHeader;
import io.ringway.packet.MacAddress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MacvlanTest {
    private static final long OUT = Bench.mac(2);
    private static final long NOBODY = Bench.mac(0x99);

    private final Bench bench = new Bench();
    private Device lower;
    private Veth out;

    @BeforeEach
    void aCableToTheOutside() {
        Veth[] ends = bench.veth("host", "eth0", 1, "o", "out", 2);
        lower = ends[0];
        out = ends[1];
    }

    private Macvlan macvlan(String namespace, int mac, MacvlanMode mode) {
        Macvlan made = Macvlan.on(bench.network.kernel(), lower, "mv0", Bench.mac(mac), mode);
        bench.ns(namespace).add(made, 0);
        bench.ns(namespace).setUp(made, true);
        bench.watch(made);
        return made;
    }

    @Test
    void aFrameForOneIsNotTheLowerDevices() {
        macvlan("a", 0xa, MacvlanMode.VEPA);
        bench.inject(out, Frames.plain(Bench.mac(0xa), OUT));
        assertThat(bench.arrivals()).containsExactly("host:eth0", "a:mv0");
    }

    @Test
    void broadcastsComeAfterAllThatTheLowerDeviceDidWithThem() {
        macvlan("a", 0xa, MacvlanMode.BRIDGE);
        bench.address(lower, "10.0.0.1/24");
        bench.inject(out, Frames.arpRequest(OUT, "10.0.0.2", "10.0.0.1"));
        assertThat(bench.arrivals()).containsExactly("host:eth0", "o:out", "a:mv0");
    }

    @Test
    void inBridgeModeTheySpeakDirectlyAndTheLowerDeviceSeesIt() {
        Macvlan a = macvlan("a", 0xa, MacvlanMode.BRIDGE);
        macvlan("b", 0xb, MacvlanMode.BRIDGE);
        bench.inject(a, Frames.plain(Bench.mac(0xb), Bench.mac(0xa)));
        assertThat(bench.arrivals()).containsExactly("host:eth0", "b:mv0");
    }

    @Test
    void aBroadcastInFragmentsIsMadeWholeForTheLowerDeviceAndForThem() {
        Macvlan a = macvlan("a", 0xa, MacvlanMode.BRIDGE);
        byte[] packet = Frames.udpWhole(MacAddress.BROADCAST, OUT, "10.0.0.9", "10.0.0.255", 1000);
        for (byte[] fragment : Fragments.cut(packet, 400, 608)) {
            bench.inject(out, fragment);
        }
        assertThat(a.counters().rxPackets()).isEqualTo(1);
        assertThat(a.counters().rxBytes()).isEqualTo(packet.length);
    }

    @Test
    void inVepaModeAllGoesOutsideAndComesBackOnlyFromThere() {
        Macvlan a = macvlan("a", 0xa, MacvlanMode.VEPA);
        macvlan("b", 0xb, MacvlanMode.VEPA);
        byte[] frame = Frames.plain(Bench.mac(0xb), Bench.mac(0xa));
        bench.inject(a, frame);
        assertThat(bench.arrivals()).containsExactly("o:out");
        bench.inject(out, frame);
        assertThat(bench.arrivals()).containsExactly("host:eth0", "b:mv0");
    }

    @Test
    void inPrivateModeABroadcastThatComesBackReachesItsSenderOnly() {
        Macvlan a = macvlan("a", 0xa, MacvlanMode.PRIVATE);
        macvlan("b", 0xb, MacvlanMode.PRIVATE);
        bench.inject(out, Frames.plain(MacAddress.BROADCAST, Bench.mac(0xa)));
        assertThat(bench.arrivals()).containsExactly("host:eth0", "a:mv0");
        assertThat(a.counters().rxPackets()).isEqualTo(1);
        assertThat(a.counters().rxBytes()).isZero();
    }

    @Test
    void inPassthruModeItTakesEveryUnicastFrame() {
        Macvlan all = macvlan("a", 0xa, MacvlanMode.PASSTHRU);
        assertThat(all.mac()).isEqualTo(lower.mac());
        bench.inject(out, Frames.plain(NOBODY, OUT));
        assertThat(bench.arrivals()).containsExactly("host:eth0", "a:mv0");
        assertThat(Macvlan.mayJoin(lower, MacvlanMode.BRIDGE)).isFalse();
    }

    @Test
    void theGroupThatWasLeftLastIsHeardUntilAnotherChanges() {
        Macvlan a = macvlan("a", 0xa, MacvlanMode.VEPA);
        long group = MacAddress.parse("01:00:5e:00:00:fb");
        byte[] toGroup = Frames.plain(group, OUT);
        a.groups().addStatic(group);
        a.groups().removeStatic(group);
        bench.inject(out, toGroup);
        assertThat(bench.arrivals()).containsExactly("host:eth0", "a:mv0");
        a.groups().addStatic(group + 1);
        bench.inject(out, toGroup);
        assertThat(bench.arrivals()).containsExactly("host:eth0");
    }

    @Test
    void aPassthruOnesNeighboursOutliveTheLowerDevicesAddressWithTheirHeaders() {
        Macvlan all = macvlan("a", 0xa, MacvlanMode.PASSTHRU);
        bench.address(all, "10.0.0.10/24");
        long before = all.mac();
        byte[] ping = Frames.echoRequest(before, OUT, "10.0.0.2", "10.0.0.10", 64);
        bench.inject(out, ping);
        bench.inject(out, Frames.arpReply(OUT, "10.0.0.2", before, "10.0.0.10"));
        lower.setMac(NOBODY);
        assertThat(all.mac()).isEqualTo(NOBODY);
        bench.seen.clear();
        bench.inject(out, ping);
        assertThat(EthernetHeader.source(Frames.of(bench.arrived(out).get(0)))).isEqualTo(before);
    }

    @Test
    void aGroupThatNobodyJoinedReachesTheLowerDeviceOnly() {
        Macvlan a = macvlan("a", 0xa, MacvlanMode.BRIDGE);
        byte[] toGroup = Frames.plain(MacAddress.parse("01:00:5e:00:00:fb"), OUT);
        bench.inject(out, toGroup);
        assertThat(bench.arrivals()).containsExactly("host:eth0");
        a.filter().setAllMulticastByUser(true);
        bench.inject(out, toGroup);
        assertThat(bench.arrivals()).containsExactly("host:eth0", "a:mv0");
    }

    @Test
    void flowControlStaysWithTheLowerDevice() {
        macvlan("a", 0xa, MacvlanMode.BRIDGE);
        byte[] pause = Frames.plain(MacAddress.BROADCAST, OUT);
        pause[12] = (byte) 0x88;
        pause[13] = 0x08;
        bench.inject(out, pause);
        assertThat(bench.arrivals()).containsExactly("host:eth0");
    }

    @Test
    void hearsAllHostsAndAllNodes() {
        macvlan("a", 0xa, MacvlanMode.BRIDGE);
        for (String group : new String[] {"01:00:5e:00:00:01", "33:33:00:00:00:01"}) {
            bench.inject(out, Frames.plain(MacAddress.parse(group), OUT));
        }
        assertThat(bench.arrivals()).containsExactly("host:eth0", "a:mv0", "host:eth0", "a:mv0");
    }

    @Test
    void hasACarrierAsLongAsTheLowerDeviceHas() {
        Macvlan a = macvlan("a", 0xa, MacvlanMode.BRIDGE);
        assertThat(a.hasCarrier()).isTrue();
        bench.ns("o").setUp(out, false);
        bench.advance(0.1);
        assertThat(a.hasCarrier()).isFalse();
        assertThat(a.isUp()).isTrue();
    }

    @Test
    void sendsIntoNothingFromTheLowerDevicesNewsUntilItHasItsOwn() {
        Macvlan a = macvlan("a", 0xa, MacvlanMode.BRIDGE);
        bench.advance(5);
        bench.ns("o").setUp(out, false);
        assertThat(a.hasCarrier()).isTrue();
        bench.advance(0.1);
        assertThat(lower.carrier().state()).isEqualTo(OperState.DOWN);
        bench.inject(a, Frames.plain(NOBODY, Bench.mac(0xa)));
        assertThat(a.counters().txPackets()).isEqualTo(1);
        assertThat(lower.counters().txDropped()).isEqualTo(1);
        assertThat(a.carrier().state()).isEqualTo(OperState.UP);
        bench.advance(1.2);
        bench.inject(a, Frames.plain(NOBODY, Bench.mac(0xa)));
        assertThat(a.carrier().state()).isEqualTo(OperState.DOWN);
        assertThat(lower.counters().txDropped()).isEqualTo(1);
    }

    @Test
    void isNoWiderThanTheLowerDevice() {
        Macvlan a = macvlan("a", 0xa, MacvlanMode.BRIDGE);
        lower.setMtu(1400);
        assertThat(a.mtu()).isEqualTo(1400);
        lower.setMtu(1500);
        assertThat(a.mtu()).isEqualTo(1400);
    }

    @Test
    void goesWithTheLowerDevice() {
        macvlan("a", 0xa, MacvlanMode.BRIDGE);
        bench.network.delete(out);
        assertThat(bench.ns("a").device("mv0")).isNull();
        assertThat(bench.ns("host").device("eth0")).isNull();
    }

    @Test
    void makesABridgeBelowItPromiscuousWhileItIsUp() {
        Device bridge = bench.bridge("host", "br0", 9);
        Macvlan a = Macvlan.on(bench.network.kernel(), bridge, "mv1", Bench.mac(0xb), MacvlanMode.BRIDGE);
        bench.ns("a").add(a, 0);
        assertThat(bridge.filter().promiscuity()).isZero();
        bench.ns("a").setUp(a, true);
        assertThat(bridge.filter().promiscuity()).isEqualTo(1);
        bench.ns("a").setUp(a, false);
        assertThat(bridge.filter().isPromiscuous()).isFalse();
    }

    @Test
    void conservesEveryFrame() {
        Macvlan a = macvlan("a", 0xa, MacvlanMode.BRIDGE);
        macvlan("b", 0xb, MacvlanMode.BRIDGE);
        macvlan("c", 0xc, MacvlanMode.VEPA);
        bench.inject(a, Frames.plain(MacAddress.BROADCAST, Bench.mac(0xa)));
        bench.inject(out, Frames.plain(MacAddress.BROADCAST, OUT));
        assertThat(bench.network.accounts().heldFrames()).isZero();
        assertThat(bench.network.kernel().pool().freeCells())
                .isEqualTo(bench.network.kernel().pool().totalCells());
    }
}
