package io.ringway.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringway.engine.device.Veth;
import io.ringway.engine.vxlan.Vxlan;
import io.ringway.engine.vxlan.VxlanConfig;
import io.ringway.engine.vxlan.VxlanConfig.DontFragment;
import io.ringway.packet.DropReason;
import io.ringway.packet.Ipv4Address;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a tunnel writes around a frame, and which of what arrives it takes. */
class VxlanHeaderTest extends TwoHostsOnAWire {
    @Test
    void takesTheSamePortForAFlowInBothDirections() {
        Vxlan here = vxlan("h1", 0x11, config(42, "10.0.0.2"));
        vxlan("h2", 0x12, config(42, "10.0.0.1"));
        bench.inject(here, Frames.tcp(B, A, "10.1.0.1", "10.1.0.2", 2));
        bench.inject(here, Frames.tcp(B, A, "10.1.0.1", "10.1.0.2", 16));
        bench.inject(here, Frames.udp(B, A, "10.1.0.1", "10.1.0.2", 64, 10));
        bench.inject(here, Frames.udp(B, A, "10.1.0.1", "10.1.0.3", 64, 10));
        List<Integer> ports = tunnelled().stream().map(frame -> u16(frame, 34)).toList();
        assertThat(ports.get(0)).isEqualTo(ports.get(1));
        assertThat(ports.subList(1, 4)).doesNotHaveDuplicates();
    }

    @Test
    void answersATooLargePacketOfABridgeInItsDestinationsName() {
        Vxlan here = vxlan("h1", 0x11, config(42, "10.0.0.2"));
        Veth[] port = bench.veth("c1", "eth0", 0xa, "h1", "vc1", 0x21);
        bench.bridge("h1", "br0", 0x31, port[1], here);
        bench.inject(port[0], Frames.udpWhole(B, A, "10.1.0.1", "10.1.0.2", 1450));
        assertThat(tunnelled()).isEmpty();
        byte[] error = bench.arrived(port[0]).get(0);
        assertThat(error[34]).isEqualTo((byte) 3);
        assertThat(error[35]).isEqualTo((byte) 4);
        assertThat(u16(error, 40)).isEqualTo(1450);
    }

    @Test
    void movesAFrameThatHasNoRoomInFrontOfIt() {
        Vxlan here = vxlan("h1", 0x11, config(42, "10.0.0.2"));
        Vxlan inner = vxlan("h1", 0x13, config(7, "10.5.0.2"));
        bench.address(here, "10.5.0.1/24");
        bench.ns("h1")
                .stack()
                .neighbours()
                .set(here, Ipv4Address.parse("10.5.0.2"), B, io.ringway.engine.ipv4.NeighbourState.PERMANENT);
        Vxlan there = vxlan("h2", 0x12, config(42, "10.0.0.1"));
        bench.inject(inner, Frames.plain(B, A));
        assertThat(bench.arrived(there).get(0)).hasSize(60 + OUTER).endsWith(Frames.plain(B, A));
        assertThat(bench.network.accounts().heldFrames()).isZero();
    }

    @Test
    void carriesCongestionMarksOverAndDropsWhatCannotTakeThem() {
        VxlanConfig inherits = new VxlanConfig(
                42,
                Ipv4Address.parse("10.0.0.2"),
                0,
                null,
                PORT,
                5000,
                5001,
                9,
                false,
                VxlanConfig.TOS_INHERITED,
                DontFragment.INHERIT,
                true,
                300,
                0,
                false,
                false,
                false);
        Vxlan here = vxlan("h1", 0x11, inherits);
        byte[] marked = Frames.udpWhole(B, A, "10.1.0.1", "10.1.0.2", 10);
        marked[15] = 0x23;
        bench.inject(here, marked);
        byte[] outer = tunnelled().get(0);
        assertThat(outer[15]).isEqualTo((byte) 0x22);
        assertThat(outer[20]).isEqualTo((byte) 0x40);
        assertThat(outer[22]).isEqualTo((byte) 9);
        assertThat(u16(outer, 34)).isEqualTo(5000);
        assertThat(u16(outer, 40)).isZero();
        Vxlan there = vxlan("h2", 0x12, config(42, "10.0.0.1"));
        byte[] congested = withOuterTos(outer, 0x23);
        bench.inject(wire[0], congested);
        assertThat(bench.arrived(there).get(0)[15] & 3).isEqualTo(3);
        congested[50 + 15] = 0x20;
        bench.inject(wire[0], congested);
        assertThat(dropped(DropReason.IP_TUNNEL_ECN)).isOne();
        assertThat(there.counters().rxErrors()).isOne();
    }

    private static byte[] withOuterTos(byte[] frame, int tos) {
        var changed = Frames.of(frame);
        int before = changed.u16(14);
        changed.putU8(15, tos);
        changed.putU16(24, io.ringway.packet.Checksum.update16(changed.u16(24), before, changed.u16(14)));
        return changed.toBytes();
    }

    @Test
    void countsWhatFollowsTheTagsUnlessOneOfThemIsCutShort() {
        Vxlan here = vxlan("h1", 0x11, config(42, "10.0.0.2"));
        byte[] frame = Arrays.copyOf(Frames.plain(B, A), 20);
        frame[12] = (byte) 0x81;
        frame[13] = 0;
        frame[16] = 8;
        frame[17] = 6;
        bench.inject(here, frame.clone());
        assertThat(here.counters().txBytes()).isEqualTo(2);
        frame[16] = (byte) 0x81;
        frame[17] = 0;
        bench.inject(here, frame);
        assertThat(here.counters().txBytes()).isEqualTo(2 + 6);
    }

    @Test
    void dropsReservedBitsAndMissingFlags() {
        Vxlan here = vxlan("h1", 0x11, config(42, "10.0.0.2"));
        Vxlan there = vxlan("h2", 0x12, config(42, "10.0.0.1"));
        bench.inject(here, Frames.plain(B, A));
        byte[] frame = tunnelled().get(0);
        frame[40] = 0;
        frame[41] = 0;
        frame[42] = 0x48;
        bench.inject(wire[0], frame);
        assertThat(there.counters().rxErrors()).isOne();
        frame[42] = 0;
        bench.inject(wire[0], frame);
        assertThat(dropped(DropReason.VXLAN_INVALID_HDR)).isEqualTo(2);
        assertThat(there.counters().rxErrors()).isOne();
    }
}
