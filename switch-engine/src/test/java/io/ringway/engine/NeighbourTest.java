package io.ringway.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringway.engine.device.Veth;
import io.ringway.engine.ipv4.Neighbour;
import io.ringway.engine.ipv4.NeighbourState;
import io.ringway.packet.EthernetHeader;
import io.ringway.packet.Frame;
import io.ringway.packet.MacAddress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The host's view of one neighbour, 10.0.1.2, that the tests play. */
class NeighbourTest {
    private static final long PEER = Bench.mac(0x12);
    private static final long HOST = Bench.mac(0x11);

    private final Bench bench = new Bench();
    private Veth peer;

    @BeforeEach
    void hostWithOneNeighbour() {
        Veth[] ends = bench.veth("peer", "eth0", 0x12, "host", "near", 0x11);
        peer = ends[0];
        bench.address(ends[1], "10.0.1.1/24");
    }

    @Test
    void rememberedAsStaleWhenItAsks() {
        bench.inject(peer, Frames.arpRequest(PEER, "10.0.1.2", "10.0.1.1"));
        assertThat(only().state()).isEqualTo(NeighbourState.STALE);
        assertThat(only().mac()).isEqualTo(PEER);
        assertThat(bench.arrived(peer)).hasSize(1);
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
    void notLearnedFromAnAnswerThatNobodyAskedFor() {
        bench.inject(peer, Frames.arpReply(PEER, "10.0.1.2", HOST, "10.0.1.1"));
        assertThat(bench.ns("host").stack().neighbours().list()).isEmpty();
    }

    private void reachable() {
        bench.inject(peer, Frames.arpRequest(PEER, "10.0.1.2", "10.0.1.1"));
        bench.inject(peer, Frames.arpReply(PEER, "10.0.1.2", HOST, "10.0.1.1"));
        assertThat(only().state()).isEqualTo(NeighbourState.REACHABLE);
    }

    private Neighbour only() {
        return bench.ns("host").stack().neighbours().list().get(0);
    }
}
