package io.ringway.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringway.engine.device.Bridge;
import io.ringway.engine.device.FdbAddition;
import io.ringway.engine.device.FdbEntry;
import io.ringway.engine.device.PortFlag;
import io.ringway.engine.device.PortState;
import io.ringway.engine.device.Veth;
import io.ringway.packet.DropReason;
import io.ringway.packet.MacAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BridgeTest {
    private static final long A = Bench.mac(0xa);
    private static final long B = Bench.mac(0xb);

    private final Bench bench = new Bench();
    private Veth a;
    private Veth b;
    private Veth c;
    private Bridge bridge;

    @BeforeEach
    void threeHostsOnABridge() {
        Veth[] first = bench.veth("a", "eth0", 0xa, "host", "va", 1);
        Veth[] second = bench.veth("b", "eth0", 0xb, "host", "vb", 2);
        Veth[] third = bench.veth("c", "eth0", 0xc, "host", "vc", 3);
        a = first[0];
        b = second[0];
        c = third[0];
        bridge = bench.bridge("host", "br0", 9, first[1], second[1], third[1]);
    }

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
    void dropsAGroupSourceAddress() {
        bench.inject(a, Frames.plain(B, MacAddress.parse("01:00:5e:00:00:05")));
        assertThat(bench.network.accounts().droppedFrames(DropReason.MAC_INVALID_SOURCE))
                .isEqualTo(1);
        assertThat(bench.arrivals()).containsExactly("host:va");
    }

    @Test
    void forwardsTheSpanningTreeGroupButNotLldp() {
        bench.inject(a, Frames.plain(MacAddress.parse("01:80:c2:00:00:00"), A));
        assertThat(bench.arrivals()).contains("b:eth0", "c:eth0");
        bench.inject(a, Frames.plain(MacAddress.parse("01:80:c2:00:00:0e"), A));
        assertThat(bench.arrivals()).containsExactly("host:va");
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

    @Test
    void forwardsTheGroupsOfItsMask() {
        bridge.settings().groupForwardMask = 1 << 0xe;
        bench.inject(a, Frames.plain(MacAddress.parse("01:80:c2:00:00:0e"), A));
        assertThat(bench.arrivals()).contains("b:eth0", "c:eth0");
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

    @Test
    void passesNoMalformedIgmp() {
        byte[] frame = Frames.plain(MacAddress.parse("01:00:5e:01:02:03"), A);
        frame[12] = 8;
        frame[13] = 0;
        bench.inject(a, frame);
        assertThat(bench.arrivals()).containsExactly("host:va");
        bridge.setSnooping(false);
        bench.inject(a, frame);
        assertThat(bench.arrivals()).contains("b:eth0", "c:eth0");
    }

    @Test
    void looksBehindATagOnlyIfItWasTakenOffOnReceipt() {
        byte[] frame = Frames.plain(MacAddress.parse("01:00:5e:01:02:03"), A);
        byte[] tagged = Arrays.copyOf(frame, frame.length);
        System.arraycopy(new byte[] {(byte) 0x81, 0, 0, 5, 8, 0}, 0, tagged, 12, 6);
        bench.inject(bridge, tagged);
        assertThat(bench.arrivals()).contains("b:eth0", "c:eth0");
        bench.inject(a, tagged);
        assertThat(bench.arrivals()).containsExactly("host:va");
    }

    @Test
    void passesIgmpOfATypeThatItDoesNotKnow() {
        bench.inject(a, igmp("9900860d" + "e0000001"));
        assertThat(bench.arrivals()).contains("b:eth0", "c:eth0");
    }

    @Test
    void passesAReportOnlyWithAllRecordsThatItClaims() {
        bench.inject(a, igmp("2200c5f90000000202000000ef010203" + "01000000ef010204"));
        assertThat(bench.arrivals()).contains("b:eth0", "c:eth0");
        bench.inject(a, igmp("2200d9f90000000202000000ef010203"));
        bench.inject(a, igmp("2200d9fa0000000102000001ef010203"));
        assertThat(bench.arrivals()).doesNotContain("b:eth0", "c:eth0");
    }

    /** To 224.0.0.1; header checksum and IGMP checksum are made right. */
    private static byte[] igmp(String message) {
        byte[] igmp = HexFormat.of().parseHex(message);
        ByteBuffer frame = ByteBuffer.allocate(34 + igmp.length);
        frame.putShort((short) 0x0100).putInt(0x5e00_0001).put(new byte[] {2, 0, 0, 0, 0, 1});
        frame.putShort((short) 0x0800).putShort((short) 0x4500).putShort((short) (20 + igmp.length));
        frame.putInt(0)
                .putShort((short) 0x0102)
                .putShort((short) 0)
                .putInt(0x0a000001)
                .putInt(0xe0000001);
        frame.put(igmp).putShort(36, (short) 0);
        frame.putShort(24, (short) checksum(frame, 14, 34)).putShort(36, (short) checksum(frame, 34, frame.capacity()));
        return frame.array();
    }

    private static int checksum(ByteBuffer frame, int from, int to) {
        int sum = 0;
        for (int at = from; at < to; at += 2) {
            sum += frame.getShort(at) & 0xffff;
        }
        return ~(sum % 0xffff) & 0xffff;
    }

    private void add(long mac, Veth host, FdbAddition.Kind kind, boolean sticky) {
        FdbAddition addition = new FdbAddition(mac, host.peer().port(), kind, sticky, false, false, false);
        assertThat(bridge.add(addition)).isEqualTo(FdbAddition.Answer.DONE);
    }
}
