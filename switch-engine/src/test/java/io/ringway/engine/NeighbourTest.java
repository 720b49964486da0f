package io.ringway.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringway.engine.ipv4.NeighbourState;
import io.ringway.engine.ipv4.NeighbourTable;
import io.ringway.engine.setting.InterfaceSettings.Setting;
import io.ringway.packet.ArpHeader;
import io.ringway.packet.EthernetHeader;
import io.ringway.packet.Frame;
import io.ringway.packet.Ipv4Address;
import io.ringway.packet.MacAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The host's view of one neighbour, 10.0.1.2, that the tests play. */
class NeighbourTest extends HostWithANeighbour {
    @Test
    void rememberedAsStaleWhenItAsks() {
        bench.inject(peer, Frames.arpRequest(PEER, "10.0.1.2", "10.0.1.1"));
        assertThat(only().state()).isEqualTo(NeighbourState.STALE);
        assertThat(only().mac()).isEqualTo(PEER);
        assertThat(bench.arrived(peer)).hasSize(1);
    }

    @Test
    void whoGoesThroughAllTakesTheKernelsOrderWhereItIsKnown() {
        for (String address : new String[] {"10.0.1.2", "10.0.1.3", "10.0.1.4"}) {
            bench.inject(peer, Frames.arpRequest(PEER, address, "10.0.1.1"));
        }
        NeighbourTable table = bench.ns("host").stack().neighbours();
        table.setHashOrder(List.of(Ipv4Address.parse("10.0.1.4"), Ipv4Address.parse("10.0.1.2")));
        assertThat(table.inHashOrder().stream().map(one -> Ipv4Address.format(one.address())))
                .containsExactly("10.0.1.4", "10.0.1.2", "10.0.1.3");
    }

    @Test
    void probedDirectlyFiveSecondsAfterAStaleEntryWasUsed() {
        bench.inject(peer, Frames.arpRequest(PEER, "10.0.1.2", "10.0.1.1"));
        bench.inject(peer, Frames.echoRequest(HOST, PEER, "10.0.1.2", "10.0.1.1", 64));
        assertThat(only().state()).isEqualTo(NeighbourState.DELAY);
        bench.seen.clear();
        bench.advance(4.9);
        assertThat(bench.arrived(peer)).isEmpty();
        bench.advance(0.2);
        Frame probe = Frames.of(bench.arrived(peer).get(0));
        assertThat(EthernetHeader.destination(probe)).isEqualTo(PEER);
        assertThat(only().state()).isEqualTo(NeighbourState.PROBE);
    }

    @Test
    void reachableWhenItAnswersTheProbe() {
        bench.inject(peer, Frames.arpRequest(PEER, "10.0.1.2", "10.0.1.1"));
        bench.inject(peer, Frames.echoRequest(HOST, PEER, "10.0.1.2", "10.0.1.1", 64));
        bench.advance(5.1);
        bench.inject(peer, Frames.arpReply(PEER, "10.0.1.2", HOST, "10.0.1.1"));
        assertThat(only().state()).isEqualTo(NeighbourState.REACHABLE);
    }

    @Test
    void probedThoughItAnsweredRightAfterAStaleEntryWasUsedSinceTimersAreLate() {
        bench.inject(peer, Frames.arpRequest(PEER, "10.0.1.2", "10.0.1.1"));
        bench.inject(peer, Frames.echoRequest(HOST, PEER, "10.0.1.2", "10.0.1.1", 64));
        bench.advance(0.01);
        answerWithAnotherMac();
        bench.seen.clear();
        bench.advance(5.1);
        assertThat(only().state()).isEqualTo(NeighbourState.PROBE);
        assertThat(bench.arrived(peer)).hasSize(1);
    }

    @Test
    void reachableWithoutAProbeWhenItAnsweredLaterThanTimersAreLate() {
        bench.inject(peer, Frames.arpRequest(PEER, "10.0.1.2", "10.0.1.1"));
        bench.inject(peer, Frames.echoRequest(HOST, PEER, "10.0.1.2", "10.0.1.1", 64));
        bench.advance(0.3);
        answerWithAnotherMac();
        bench.seen.clear();
        bench.advance(5.1);
        assertThat(only().state()).isEqualTo(NeighbourState.REACHABLE);
        assertThat(bench.arrived(peer)).isEmpty();
    }

    /** Within the lock time: the known MAC stays, and counts as confirmed. */
    private void answerWithAnotherMac() {
        bench.inject(peer, Frames.arpReply(Bench.mac(0x66), "10.0.1.2", HOST, "10.0.1.1"));
        assertThat(only().state()).isEqualTo(NeighbourState.DELAY);
        assertThat(only().mac()).isEqualTo(PEER);
    }

    @Test
    void failedAfterThreeUnansweredProbes() {
        bench.inject(peer, Frames.arpRequest(PEER, "10.0.1.2", "10.0.1.1"));
        bench.inject(peer, Frames.echoRequest(HOST, PEER, "10.0.1.2", "10.0.1.1", 64));
        bench.seen.clear();
        bench.advance(8.1);
        assertThat(bench.arrived(peer)).hasSize(3);
        assertThat(only().state()).isEqualTo(NeighbourState.FAILED);
    }

    @Test
    void staleAgainSomeTimeAfterTheLastConfirmation() {
        reachable();
        bench.advance(46);
        assertThat(only().state()).isEqualTo(NeighbourState.STALE);
    }

    @Test
    void keepsTheOldMacForASecondUnlessTheClaimIsGratuitous() {
        reachable();
        bench.inject(peer, Frames.arpReply(Bench.mac(0x66), "10.0.1.2", HOST, "10.0.1.1"));
        assertThat(only().mac()).isEqualTo(PEER);
        bench.advance(1.1);
        bench.inject(peer, Frames.arpReply(Bench.mac(0x66), "10.0.1.2", HOST, "10.0.1.1"));
        assertThat(only().mac()).isEqualTo(Bench.mac(0x66));
        bench.inject(peer, Frames.arpReply(Bench.mac(0x67), "10.0.1.2", MacAddress.BROADCAST, "10.0.1.2"));
        assertThat(only().mac()).as("a claim whose target is not its sender").isEqualTo(Bench.mac(0x66));
        bench.inject(peer, Frames.arpRequest(Bench.mac(0x67), "10.0.1.2", "10.0.1.2"));
        assertThat(only().mac()).isEqualTo(Bench.mac(0x67));
    }

    @Test
    void forgottenWhenArpIsTurnedOffButForProxies() {
        bench.inject(peer, Frames.arpRequest(PEER, "10.0.1.2", "10.0.1.1"));
        table().proxy().add(Ipv4Address.parse("10.0.2.7"), near());
        near().setArp(false);
        assertThat(table().all()).isEmpty();
        assertThat(table().proxy().entries()).hasSize(1);
    }

    @Test
    void askedForWhenACommandUsesIt() {
        table().use(near(), Ipv4Address.parse("10.0.1.2"));
        bench.network.kernel().executor().settle();
        assertThat(only().state()).isEqualTo(NeighbourState.INCOMPLETE);
        Frame request = Frames.of(bench.arrived(peer).get(0));
        assertThat(ArpHeader.targetIp(request, EthernetHeader.LENGTH)).isEqualTo(Ipv4Address.parse("10.0.1.2"));
        assertThat(ArpHeader.senderIp(request, EthernetHeader.LENGTH)).isEqualTo(Ipv4Address.parse("10.0.1.1"));
        bench.advance(3.1);
        assertThat(only().state()).isEqualTo(NeighbourState.FAILED);
        assertThat(bench.network.accounts().heldFrames()).isZero();
    }

    @Test
    void forgottenWhenTheCarrierGoesUnlessPermanent() {
        bench.inject(peer, Frames.arpRequest(PEER, "10.0.1.2", "10.0.1.1"));
        table().set(near(), Ipv4Address.parse("10.0.1.3"), PEER, NeighbourState.PERMANENT);
        bench.ns("peer").setUp(peer, false);
        bench.advance(1);
        assertThat(only().address()).isEqualTo(Ipv4Address.parse("10.0.1.3"));
        bench.ns("host").setUp(near(), false);
        assertThat(table().list()).isEmpty();
    }

    @Test
    void rememberedThroughALostCarrierWhereThatIsWanted() {
        bench.inject(peer, Frames.arpRequest(PEER, "10.0.1.2", "10.0.1.1"));
        set(Setting.ARP_EVICT_NOCARRIER, 0);
        bench.ns("peer").setUp(peer, false);
        assertThat(table().list()).hasSize(1);
    }

    @Test
    void forgottenWhenTheHostChangesItsMac() {
        table().set(near(), Ipv4Address.parse("10.0.1.3"), PEER, NeighbourState.PERMANENT);
        near().setMac(Bench.mac(0x77));
        assertThat(table().list()).isEmpty();
    }

    @Test
    void failedAtOnceWhenNobodyMayBeAsked() {
        set(Setting.MCAST_SOLICIT, 0);
        bench.inject(peer, Frames.echoRequest(HOST, PEER, "10.0.1.2", "10.0.1.1", 64));
        assertThat(only().state()).isEqualTo(NeighbourState.FAILED);
        assertThat(bench.arrived(peer)).isEmpty();
    }

    private void reachable() {
        bench.inject(peer, Frames.arpRequest(PEER, "10.0.1.2", "10.0.1.1"));
        bench.inject(peer, Frames.arpReply(PEER, "10.0.1.2", HOST, "10.0.1.1"));
        assertThat(only().state()).isEqualTo(NeighbourState.REACHABLE);
    }
}
