package io.ringway.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringway.engine.device.Bridge;
import io.ringway.engine.device.Device;
import io.ringway.engine.device.Ipvlan;
import io.ringway.engine.device.IpvlanIsolation;
import io.ringway.engine.device.IpvlanMode;
import io.ringway.engine.device.Macvlan;
import io.ringway.engine.device.MacvlanMode;
import io.ringway.engine.device.Veth;
import io.ringway.engine.ipv4.SnmpCounter;
import io.ringway.packet.Ipv4Address;
import io.ringway.packet.MacAddress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Written from Documentation/networking/ipvlan.rst and the driver's source: the judging kernel has none. */
class IpvlanTest {
    private static final long LOWER = Bench.mac(1);
    private static final long OUT = Bench.mac(2);

    private final Bench bench = new Bench();
    private Device lower;
    private Veth out;

    @BeforeEach
    void aCableToTheOutside() {
        Veth[] ends = bench.veth("host", "eth0", 1, "o", "out", 2);
        lower = ends[0];
        out = ends[1];
        bench.address(lower, "10.0.0.1/24");
        bench.address(out, "10.0.0.2/24");
    }

    private Ipvlan ipvlan(String namespace, String address, IpvlanMode mode) {
        Ipvlan made = Ipvlan.on(bench.network.kernel(), lower, "iv0", mode);
        bench.ns(namespace).add(made, 0);
        bench.ns(namespace).setUp(made, true);
        bench.address(made, address);
        bench.watch(made);
        return made;
    }

    private long count(String namespace, SnmpCounter counter) {
        return bench.ns(namespace).stack().snmp().get(counter);
    }

    @Test
    void sharesTheAddressOfTheLowerDeviceAndFollowsIt() {
        Ipvlan a = ipvlan("a", "10.0.0.11/24", IpvlanMode.L2);
        assertThat(a.mac()).isEqualTo(LOWER);
        lower.setMac(Bench.mac(7));
        lower.setMtu(1400);
        assertThat(a.mac()).isEqualTo(Bench.mac(7));
        assertThat(a.mtu()).isEqualTo(1400);
    }

    @Test
    void whatIsForItsAddressGoesToItAndTheRestToTheLowerDevice() {
        ipvlan("a", "10.0.0.11/24", IpvlanMode.L2);
        bench.inject(out, Frames.udp(LOWER, OUT, "10.0.0.2", "10.0.0.11", 64, 8));
        bench.inject(out, Frames.udp(LOWER, OUT, "10.0.0.2", "10.0.0.1", 64, 8));
        assertThat(count("a", SnmpCounter.IP_IN_RECEIVES)).isEqualTo(1);
        assertThat(count("host", SnmpCounter.IP_IN_RECEIVES)).isEqualTo(1);
    }

    @Test
    void oneThatIsDownGetsNothing() {
        Ipvlan a = ipvlan("a", "10.0.0.11/24", IpvlanMode.L2);
        bench.ns("a").setUp(a, false);
        bench.inject(out, Frames.udp(LOWER, OUT, "10.0.0.2", "10.0.0.11", 64, 8));
        assertThat(count("a", SnmpCounter.IP_IN_RECEIVES)).isZero();
        assertThat(count("host", SnmpCounter.IP_IN_RECEIVES)).isEqualTo(1);
    }

    @Test
    void inModeL2AnArpRequestReachesAllAndItsOwnerAnswersWithTheSharedAddress() {
        Ipvlan a = ipvlan("a", "10.0.0.11/24", IpvlanMode.L2);
        Ipvlan b = ipvlan("b", "10.0.0.12/24", IpvlanMode.L2);
        bench.inject(out, Frames.arpRequest(OUT, "10.0.0.2", "10.0.0.12"));
        assertThat(a.counters().multicast()).isEqualTo(1);
        assertThat(b.counters().multicast()).isEqualTo(1);
        assertThat(bench.arrived(out))
                .singleElement()
                .satisfies(reply -> assertThat(MacAddress.format(sender(reply))).isEqualTo(MacAddress.format(LOWER)));
    }

    private static long sender(byte[] frame) {
        long mac = 0;
        for (int i = 6; i < 12; i++) {
            mac = mac << 8 | (frame[i] & 0xff);
        }
        return mac;
    }

    @Test
    void inModeL3NobodyAnswersForItsAddressAndItAsksNobody() {
        Ipvlan a = ipvlan("a", "10.0.0.11/24", IpvlanMode.L3);
        assertThat(a.flags().isArp()).isFalse();
        bench.inject(out, Frames.arpRequest(OUT, "10.0.0.2", "10.0.0.11"));
        assertThat(bench.arrived(out)).isEmpty();
    }

    @Test
    void siblingsSpeakDirectlyInModeL2() {
        Ipvlan a = ipvlan("a", "10.0.0.11/24", IpvlanMode.L2);
        Ipvlan b = ipvlan("b", "10.0.0.12/24", IpvlanMode.L2);
        bench.inject(a, Frames.arpReply(LOWER, "10.0.0.11", LOWER, "10.0.0.12"));
        assertThat(bench.arrived(out)).isEmpty();
        assertThat(b.counters().rxPackets()).isEqualTo(1);
        assertThat(b.counters().rxBytes()).isEqualTo(a.counters().txBytes() + 14);
    }

    @Test
    void privateOnesSayNothingToEachOther() {
        Ipvlan a = ipvlan("a", "10.0.0.11/24", IpvlanMode.L2);
        Ipvlan b = ipvlan("b", "10.0.0.12/24", IpvlanMode.L2);
        a.sharedPort().setIsolation(IpvlanIsolation.PRIVATE);
        bench.inject(a, Frames.udp(LOWER, LOWER, "10.0.0.11", "10.0.0.12", 64, 8));
        assertThat(b.counters().rxPackets()).isZero();
        assertThat(a.counters().txDropped()).isEqualTo(1);
    }

    @Test
    void inVepaAllLeaves() {
        Ipvlan a = ipvlan("a", "10.0.0.11/24", IpvlanMode.L2);
        Ipvlan b = ipvlan("b", "10.0.0.12/24", IpvlanMode.L2);
        a.sharedPort().setIsolation(IpvlanIsolation.VEPA);
        bench.inject(a, Frames.udp(LOWER, LOWER, "10.0.0.11", "10.0.0.12", 64, 8));
        assertThat(bench.arrived(out)).hasSize(1);
        assertThat(b.counters().rxPackets()).isZero();
    }

    @Test
    void aBroadcastOfOneReachesItsSiblingsAndTheOutsideButNotTheLowerDevicesStack() {
        Ipvlan a = ipvlan("a", "10.0.0.11/24", IpvlanMode.L2);
        Ipvlan b = ipvlan("b", "10.0.0.12/24", IpvlanMode.L2);
        bench.inject(a, Frames.udp(MacAddress.BROADCAST, LOWER, "10.0.0.11", "255.255.255.255", 64, 8));
        assertThat(a.counters().rxPackets()).isZero();
        assertThat(b.counters().rxPackets()).isEqualTo(1);
        assertThat(bench.arrived(out)).hasSize(1);
        assertThat(count("host", SnmpCounter.IP_IN_RECEIVES)).isZero();
    }

    @Test
    void itsOwnBroadcastThatComesBackIsNotSharedAgain() {
        Ipvlan a = ipvlan("a", "10.0.0.11/24", IpvlanMode.L2);
        ipvlan("b", "10.0.0.12/24", IpvlanMode.L2);
        bench.inject(out, Frames.udp(MacAddress.BROADCAST, LOWER, "10.0.0.11", "255.255.255.255", 64, 8));
        assertThat(a.counters().multicast()).isZero();
    }

    @Test
    void inModeL3TheLowerNamespaceRoutesAndFilters() {
        Ipvlan a = ipvlan("a", "10.9.0.11/24", IpvlanMode.L3);
        bench.inject(a, Frames.udp(LOWER, LOWER, "10.9.0.11", "10.0.0.2", 64, 8));
        assertThat(count("host", SnmpCounter.IP_OUT_REQUESTS)).isEqualTo(1);
        assertThat(bench.arrived(out)).hasSize(2);
        assertThat(a.counters().txPackets()).isEqualTo(1);
    }

    @Test
    void inModeL3ThereAreNoBroadcasts() {
        Ipvlan a = ipvlan("a", "10.0.0.11/24", IpvlanMode.L3);
        bench.inject(a, Frames.udp(MacAddress.BROADCAST, LOWER, "10.0.0.11", "10.0.0.255", 64, 8));
        bench.inject(a, Frames.plain(LOWER, LOWER));
        assertThat(a.counters().txDropped()).isEqualTo(2);
        assertThat(bench.arrived(out)).isEmpty();
    }

    @Test
    void inModeL3sWhatComesInPassesTheLowerNamespaceFirst() {
        Ipvlan a = ipvlan("a", "10.9.0.11/24", IpvlanMode.L3S);
        bench.inject(out, Frames.udp(LOWER, OUT, "10.0.0.2", "10.9.0.11", 64, 8));
        assertThat(count("host", SnmpCounter.IP_IN_RECEIVES)).isEqualTo(1);
        assertThat(count("a", SnmpCounter.IP_IN_RECEIVES)).isZero();
        assertThat(count("a", SnmpCounter.UDP_NO_PORTS)).isEqualTo(1);
        assertThat(a.counters().rxPackets()).isEqualTo(1);
    }

    @Test
    void theModeIsThatOfAll() {
        Ipvlan a = ipvlan("a", "10.0.0.11/24", IpvlanMode.L2);
        assertThat(a.flags().isArp()).isTrue();
        ipvlan("b", "10.0.0.12/24", IpvlanMode.L3S);
        assertThat(a.sharedPort().mode()).isEqualTo(IpvlanMode.L3S);
        assertThat(a.flags().isArp()).isFalse();
    }

    @Test
    void doesNotShareADeviceWithBridgesOrMacvlans() {
        Ipvlan a = ipvlan("a", "10.0.0.11/24", IpvlanMode.L2);
        assertThat(Macvlan.mayStandOn(lower)).isFalse();
        assertThat(Ipvlan.realLower(a)).isSameAs(lower);
        bench.network.delete(a);
        assertThat(Macvlan.mayStandOn(lower)).isTrue();
        Macvlan.on(bench.network.kernel(), lower, "mv0", Bench.mac(0xa), MacvlanMode.BRIDGE);
        assertThat(Ipvlan.mayStandOn(lower)).isFalse();
        Bridge bridge = bench.bridge("o", "br0", 9, out);
        assertThat(bridge.ports()).hasSize(1);
        assertThatThrownBy(() -> Ipvlan.on(bench.network.kernel(), out, "iv1", IpvlanMode.L2))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anAddressBelongsToOneOfThemOnly() {
        Ipvlan a = ipvlan("a", "10.0.0.11/24", IpvlanMode.L2);
        assertThat(a.isBusy(Ipv4Address.parse("10.0.0.11"))).isTrue();
        assertThat(a.isBusy(Ipv4Address.parse("10.0.0.12"))).isFalse();
    }
}
