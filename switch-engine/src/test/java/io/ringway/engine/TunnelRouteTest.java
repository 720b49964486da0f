package io.ringway.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringway.engine.device.Veth;
import io.ringway.engine.ipv4.NeighbourState;
import io.ringway.engine.vxlan.Vxlan;
import io.ringway.engine.vxlan.VxlanConfig;
import io.ringway.engine.vxlan.VxlanConfig.DontFragment;
import io.ringway.packet.DropReason;
import io.ringway.packet.Ipv4Address;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A host between left 10.0.1.2 and a tunnel that 10.5.0.0/24 is behind; each case was seen on the kernel (golden cases
 * {@code vxlan/inner-path-mtu}, {@code vxlan/bypass-keeps-its-route}).
 */
class TunnelRouteTest {
    private static final String LEFT = "10.0.1.2";
    private static final String BEHIND = "10.5.0.2";

    private final Bench bench = new Bench();
    private final Veth[] near = bench.veth("left", "eth0", 0x12, "host", "near", 0x11);
    private final Veth[] wire = bench.veth("host", "eth0", 0x21, "wire", "eth0", 0x22);

    TunnelRouteTest() {
        bench.address(near[0], LEFT + "/24");
        bench.address(near[1], "10.0.1.1/24");
        bench.address(wire[0], "10.0.2.1/24");
        bench.address(wire[1], "10.0.2.2/24");
        bench.ns("host").setUp(bench.ns("host").device("lo"), true);
        bench.ns("left").stack().localEnd().setMute(true);
        bench.ns("wire").stack().localEnd().setMute(true);
    }

    private Vxlan tunnelTo(String remote, int mac) {
        VxlanConfig config = new VxlanConfig(
                1,
                Ipv4Address.parse(remote),
                0,
                null,
                4789,
                0,
                0,
                0,
                false,
                0,
                DontFragment.UNSET,
                true,
                300,
                0,
                true,
                false,
                false);
        Vxlan vxlan = new Vxlan(bench.network.kernel(), bench.ns("host").stack(), "vx1", Bench.mac(mac), config);
        bench.ns("host").add(vxlan, 0);
        bench.ns("host").setUp(vxlan, true);
        bench.watch(vxlan);
        bench.address(vxlan, "10.5.0.1/24");
        bench.ns("host")
                .stack()
                .neighbours()
                .set(vxlan, Ipv4Address.parse(BEHIND), Bench.mac(0x32), NeighbourState.PERMANENT);
        bench.forwarding(near[1], vxlan);
        return vxlan;
    }

    private void ask(String asker, int bytes) {
        bench.inject(near[0], Frames.echoRequest(Bench.mac(0x11), Bench.mac(0x12), asker, "10.0.1.1", 64, bytes));
    }

    private static List<Integer> lengths(List<byte[]> frames) {
        return frames.stream().map(frame -> frame.length).toList();
    }

    @Test
    void aPacketTooLargeForItsTunnelLowersThePathMtuOfItsDestination() {
        Vxlan vxlan = tunnelTo("10.0.2.2", 0x31);
        ask(BEHIND, 1480);
        assertThat(lengths(bench.sent(vxlan))).containsExactly(1514);
        ask(BEHIND, 1480);
        assertThat(lengths(bench.sent(vxlan))).containsExactly(1514, 14 + 20 + 1424, 14 + 20 + 56);
    }

    @Test
    void whatIsForwardedGoesAsItIsNevertheless() {
        Vxlan vxlan = tunnelTo("10.0.2.2", 0x31);
        byte[] packet = Frames.udp(Bench.mac(0x11), Bench.mac(0x12), LEFT, BEHIND, 64, 1472);
        bench.inject(near[0], packet);
        bench.inject(near[0], packet);
        assertThat(lengths(bench.sent(vxlan))).containsExactly(1514, 1514);
    }

    @Test
    void aForwardedPacketThatComesBackIsForwardedUntilItsTtlIsUp() {
        Vxlan vxlan = tunnelTo("10.0.2.1", 0x32);
        bench.inject(near[0], Frames.udp(Bench.mac(0x11), Bench.mac(0x12), LEFT, BEHIND, 4, 100));
        assertThat(bench.sent(vxlan)).extracting(frame -> frame[22]).containsExactly((byte) 3, (byte) 2, (byte) 1);
    }

    @Test
    void aPacketMadeHereEndsWhereItComesBack() {
        Vxlan vxlan = tunnelTo("10.0.2.1", 0x32);
        ask(BEHIND, 64);
        assertThat(bench.arrived(vxlan)).hasSize(1);
        assertThat(bench.network.accounts().droppedFrames(DropReason.NOT_SPECIFIED))
                .isEqualTo(1);
    }
}
