package io.ringway.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringway.engine.core.Kernel;
import io.ringway.engine.device.Veth;
import io.ringway.engine.vxlan.Vxlan;
import io.ringway.engine.vxlan.VxlanConfig;
import io.ringway.engine.vxlan.VxlanConfig.DontFragment;
import io.ringway.engine.vxlan.VxlanFdb;
import io.ringway.engine.vxlan.VxlanFdbEntry.State;
import io.ringway.engine.vxlan.VxlanRemote;
import io.ringway.packet.DropReason;
import io.ringway.packet.Ipv4Address;
import io.ringway.packet.MacAddress;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two hosts on one wire, 10.0.0.1 and 10.0.0.2, and tunnels between them. */
class VxlanTest {
    private static final long A = Bench.mac(0xa);
    private static final long B = Bench.mac(0xb);
    private static final int PORT = 4789;
    private static final int OUTER = 50;

    private final Bench bench = new Bench();
    private final Veth[] wire = bench.veth("h1", "eth0", 1, "h2", "eth0", 2);

    VxlanTest() {
        bench.address(wire[0], "10.0.0.1/24");
        bench.address(wire[1], "10.0.0.2/24");
    }

    private static VxlanConfig config(int vni, String remote) {
        int address = remote.isEmpty() ? 0 : Ipv4Address.parse(remote);
        return new VxlanConfig(
                vni, address, 0, null, PORT, 0, 0, 0, false, 0, DontFragment.UNSET, true, 300, 0, true, false, false);
    }

    private Vxlan vxlan(String ns, int mac, VxlanConfig config) {
        Kernel kernel = bench.network.kernel();
        Vxlan vxlan = new Vxlan(kernel, bench.ns(ns).stack(), "vx" + config.vni(), Bench.mac(mac), config);
        bench.ns(ns).add(vxlan, 0);
        bench.ns(ns).setUp(vxlan, true);
        bench.watch(vxlan);
        return vxlan;
    }

    private static VxlanRemote remote(String address) {
        return new VxlanRemote(Ipv4Address.parse(address), PORT, 42, 0);
    }

    private long dropped(DropReason reason) {
        return bench.network.accounts().droppedFrames(reason);
    }

    /** What left by the wire, ARP aside. */
    private List<byte[]> tunnelled() {
        return bench.sent(wire[0]).stream()
                .filter(frame -> frame[12] == 8 && frame[13] == 0)
                .toList();
    }

    private static int u16(byte[] frame, int at) {
        return (frame[at] & 0xff) << 8 | (frame[at + 1] & 0xff);
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
