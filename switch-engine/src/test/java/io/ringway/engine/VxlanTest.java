package io.ringway.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringway.engine.vxlan.Vxlan;
import io.ringway.engine.vxlan.VxlanFdb;
import io.ringway.engine.vxlan.VxlanFdbEntry.State;
import io.ringway.engine.vxlan.VxlanRemote;
import io.ringway.packet.DropReason;
import io.ringway.packet.Ipv4Address;
import io.ringway.packet.MacAddress;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where a tunnel sends what, what it learns, and when it drops. */
class VxlanTest extends TwoHostsOnAWire {
    private static VxlanRemote remote(String address) {
        return new VxlanRemote(Ipv4Address.parse(address), PORT, 42, 0);
    }

    @Test
    void carriesAFrameToTheOtherHostAndBack() {
        Vxlan here = vxlan("h1", 0x11, config(42, "10.0.0.2"));
        Vxlan there = vxlan("h2", 0x12, config(42, "10.0.0.1"));
        byte[] frame = Frames.plain(B, A);
        bench.inject(here, frame);
        assertThat(bench.arrived(there)).containsExactly(frame);
        byte[] outer = tunnelled().get(0);
        assertThat(outer).hasSize(frame.length + OUTER);
        assertThat(u16(outer, 36)).isEqualTo(PORT);
        assertThat(u16(outer, 34)).isBetween(32_768, 60_998);
        assertThat(u16(outer, 40)).isNotZero();
        assertThat(outer[22]).isEqualTo((byte) 64);
        assertThat(here.counters().txBytes()).isEqualTo(frame.length - 14);
        assertThat(there.counters().rxBytes()).isEqualTo(frame.length - 14);
        byte[] back = Frames.plain(A, B);
        bench.inject(there, back);
        assertThat(bench.arrived(here)).containsExactly(back);
    }

    @Test
    void takesWhatIsSentToEverybody() {
        vxlan("h2", 0x12, config(42, "10.0.0.1"));
        byte[] frame = Frames.udp(MacAddress.BROADCAST, Bench.mac(1), "10.0.0.1", "10.0.0.255", 64, 30);
        frame[36] = (byte) (PORT >> 8);
        frame[37] = (byte) PORT;
        Arrays.fill(frame, 40, 42, (byte) 0);
        bench.inject(wire[0], frame);
        assertThat(dropped(DropReason.VXLAN_INVALID_HDR)).isOne();
    }

    @Test
    void learnsFromTheOuterSourceAndForgetsWhenTheCollectorComes() {
        Vxlan here = vxlan("h1", 0x11, config(42, "10.0.0.2"));
        Vxlan there = vxlan("h2", 0x12, config(42, ""));
        bench.inject(here, Frames.plain(MacAddress.BROADCAST, A));
        assertThat(there.fdb().entries()).singleElement().satisfies(entry -> {
            assertThat(entry.mac()).isEqualTo(A);
            assertThat(entry.remotes()).containsExactly(remote("10.0.0.1"));
        });
        bench.inject(there, Frames.plain(A, B));
        assertThat(bench.arrived(here)).hasSize(1);
        bench.advance(299);
        assertThat(there.fdb().entries()).hasSize(1);
        bench.advance(12);
        assertThat(there.fdb().entries()).isEmpty();
        bench.inject(there, Frames.plain(A, B));
        assertThat(dropped(DropReason.NO_TX_TARGET)).isOne();
        assertThat(there.counters().txDropped()).isOne();
    }

    @Test
    void usesTheFirstOfSeveralRemotesLast() {
        Vxlan here = vxlan("h1", 0x11, config(42, "10.0.0.2"));
        here.fdb().append(0, remote("10.0.0.3"), State.PERMANENT, false);
        here.fdb().append(0, remote("10.0.0.4"), State.PERMANENT, false);
        var neighbours = bench.ns("h1").stack().neighbours();
        for (String address : List.of("10.0.0.2", "10.0.0.3", "10.0.0.4")) {
            neighbours.set(wire[0], Ipv4Address.parse(address), B, io.ringway.engine.ipv4.NeighbourState.PERMANENT);
        }
        bench.inject(here, Frames.plain(MacAddress.BROADCAST, A));
        assertThat(tunnelled()).extracting(frame -> frame[33]).containsExactly((byte) 3, (byte) 4, (byte) 2);
    }

    @Test
    void answersAfterItSawAllThatOnePollBrought() {
        Vxlan here = vxlan("h1", 0x11, config(42, "10.0.0.2"));
        here.fdb().append(0, remote("10.0.0.3"), State.PERMANENT, false);
        Vxlan there = vxlan("h2", 0x12, config(42, "10.0.0.1"));
        bench.address(wire[1], "10.0.0.3/24");
        bench.address(there, "10.1.0.2/24");
        var neighbours = bench.ns("h1").stack().neighbours();
        for (String address : List.of("10.0.0.2", "10.0.0.3")) {
            neighbours.set(
                    wire[0],
                    Ipv4Address.parse(address),
                    wire[1].mac(),
                    io.ringway.engine.ipv4.NeighbourState.PERMANENT);
        }
        bench.inject(here, Frames.arpRequest(here.mac(), "10.1.0.1", "10.1.0.2"));
        assertThat(bench.seen)
                .filteredOn(seen -> seen.where().equals("h2:vx42"))
                .extracting(Bench.Seen::outgoing)
                .containsExactly(false, false, true, true);
    }

    @Test
    void dropsWhatItCannotPlace() {
        Vxlan here = vxlan("h1", 0x11, config(42, "10.0.0.2"));
        vxlan("h2", 0x12, config(43, "10.0.0.1"));
        bench.inject(here, Frames.plain(B, A));
        assertThat(dropped(DropReason.VXLAN_VNI_NOT_FOUND)).isOne();
        bench.ns("h2").setUp(bench.ns("h2").device("vx43"), false);
        bench.inject(here, Frames.plain(B, A));
        assertThat(dropped(DropReason.NO_SOCKET)).isOne();
    }

    @Test
    void dropsAStaticAddressThatSpeaksFromElsewhere() {
        Vxlan here = vxlan("h1", 0x11, config(42, "10.0.0.2"));
        Vxlan there = vxlan("h2", 0x12, config(42, "10.0.0.1"));
        assertThat(there.fdb().add(A, remote("10.0.0.9"), State.STATIC, false)).isEqualTo(VxlanFdb.Answer.DONE);
        bench.inject(here, Frames.plain(B, A));
        assertThat(dropped(DropReason.VXLAN_ENTRY_EXISTS)).isOne();
        bench.inject(here, Frames.plain(B, there.mac()));
        assertThat(dropped(DropReason.LOCAL_MAC)).isOne();
    }

    @Test
    void staysConnectedWhereItWasMadeWhenItMoves() {
        Vxlan here = vxlan("h1", 0x11, config(42, "10.0.0.2"));
        Vxlan there = vxlan("h2", 0x12, config(42, "10.0.0.1"));
        bench.network.move(there, bench.ns("pod"), null, 0);
        bench.ns("pod").setUp(there, true);
        bench.inject(here, Frames.plain(B, A));
        assertThat(bench.arrivals()).contains("pod:vx42");
        bench.inject(there, Frames.plain(A, B));
        assertThat(bench.arrivals()).contains("h1:vx42");
    }

    @Test
    void goesAwayWithTheNamespaceThatItWasMadeIn() {
        Vxlan there = vxlan("h2", 0x12, config(42, "10.0.0.1"));
        bench.network.move(there, bench.ns("pod"), null, 0);
        bench.network.removeNamespace(bench.ns("h2"));
        assertThat(bench.ns("pod").device("vx42")).isNull();
    }

    @Test
    void carriesAFrameWithinOneHostWithoutATunnel() {
        Vxlan here = vxlan("h1", 0x11, config(42, "10.0.0.1"));
        bench.inject(here, Frames.plain(B, A));
        assertThat(tunnelled()).isEmpty();
        assertThat(here.counters().txPackets()).isOne();
        assertThat(here.counters().rxPackets()).isOne();
        assertThat(here.fdb().entries().get(0).remotes()[0].address()).isEqualTo(Ipv4Address.LOOPBACK);
    }

    @Test
    void countsACollisionWhereTheWayLeadsIntoTheTunnelItself() {
        Vxlan here = vxlan("h1", 0x11, config(42, "10.7.0.2"));
        bench.address(here, "10.7.0.1/24");
        bench.inject(here, Frames.plain(B, A));
        assertThat(here.counters().collisions()).isOne();
        assertThat(here.counters().txErrors()).isOne();
    }

    @Test
    void countsACarrierErrorWhereThereIsNoWay() {
        Vxlan here = vxlan("h1", 0x11, config(42, "172.16.0.1"));
        bench.inject(here, Frames.plain(B, A));
        assertThat(here.counters().txCarrierErrors()).isOne();
        assertThat(here.counters().txErrors()).isOne();
    }

    @Test
    void endsALoopOfTwoTunnelsInEachOther() {
        Vxlan one = vxlan("h1", 0x11, config(1, "10.7.0.9"));
        Vxlan two = vxlan("h1", 0x12, config(2, "10.8.0.9"));
        bench.address(one, "10.8.0.1/24");
        bench.address(two, "10.7.0.1/24");
        var neighbours = bench.ns("h1").stack().neighbours();
        var permanent = io.ringway.engine.ipv4.NeighbourState.PERMANENT;
        neighbours.set(one, Ipv4Address.parse("10.8.0.9"), B, permanent);
        neighbours.set(two, Ipv4Address.parse("10.7.0.9"), B, permanent);
        bench.inject(one, Frames.plain(B, A));
        assertThat(dropped(DropReason.RECURSION_LIMIT)).isOne();
        assertThat(bench.network.accounts().heldFrames()).isZero();
    }
}
