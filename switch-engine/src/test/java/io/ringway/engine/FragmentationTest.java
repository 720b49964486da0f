package io.ringway.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringway.packet.DropReason;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every expected line was captured behind a host with kernel 6.18 that was sent the same frames. */
class FragmentationTest {
    /** Record route, which only the first fragment keeps, and a stream ID, which all copy. */
    private static final int[] OPTIONS = {7, 7, 4, 0, 0, 0, 0, 0x88, 4, 1, 2, 0};

    private final FragmentBench host = new FragmentBench();

    @AfterEach
    void nothingIsLeft() {
        host.bench.advance(31);
        host.assertNothingHeld();
    }

    @Test
    void passesFragmentsAsTheyAreWhereNothingTracks() {
        host.egressMtu(1500).send(Fragments.cut(FragmentBench.packet(), 1480, 1480, 40));
        assertThat(host.atRight()).containsExactly("1500 MF at 0", "1500 MF at 1480", "60 at 2960");
    }

    @Test
    void cutsToMultiplesOfEight() {
        host.egressMtu(1003).send(FragmentBench.packet());
        assertThat(host.atRight()).containsExactly("996 MF at 0", "996 MF at 976", "996 MF at 1952", "92 at 2928");
        assertThat(host.bench.network.accounts().splitFrames()).isEqualTo(3);
    }

    @Test
    void cutsFragmentsFurtherKeepingTheirPlace() {
        host.egressMtu(1000).send(Fragments.cut(FragmentBench.packet(), 1480, 1480, 40));
        assertThat(host.atRight())
                .containsExactly("996 MF at 0", "524 MF at 976", "996 MF at 1480", "524 MF at 2456", "60 at 2960");
    }

    @Test
    void keepsOnlyCopiedOptionsInLaterFragments() {
        host.egressMtu(1000).send(Fragments.withOptions(FragmentBench.packet(), OPTIONS));
        assertThat(host.atRight())
                .containsExactly(
                        "1000 MF at 0 options 0707080a0002018804010200",
                        "1000 MF at 968 options 010101010101018804010200",
                        "1000 MF at 1936 options 010101010101018804010200",
                        "128 at 2904 options 010101010101018804010200");
    }

    @Test
    void leavesTheOptionsOfALaterFragmentAlone() {
        byte[] packet = Fragments.withOptions(FragmentBench.packet(), OPTIONS);
        host.egressMtu(1000).send(Fragments.piece(packet, 1480, 1480, 0x2000));
        assertThat(host.atRight())
                .containsExactly(
                        "1000 MF at 1480 options 0707080a0002018804010200",
                        "544 MF at 2448 options 0707080a0002018804010200");
    }

    @Test
    void asksForFragmentationOfAFirstFragmentOnly() {
        host.egressMtu(1000).send(Fragments.cut(FragmentBench.wholePacket(), 1480, 1480, 40));
        assertThat(host.atRight()).containsExactly("60 DF at 2960");
        assertThat(host.atLeft()).containsExactly("576 at 0 tos c0 icmp 3/4");
        assertThat(host.dropped(DropReason.PKT_TOO_BIG)).isEqualTo(2);
    }

    @Test
    void sendsReassembledFragmentsAsTheyCame() {
        host.tracking().egressMtu(1500).send(Fragments.cut(FragmentBench.packet(), 400, 1200, 800, 600));
        assertThat(host.atRight()).containsExactly("420 MF at 0", "1220 MF at 400", "820 MF at 1600", "620 at 2400");
    }

    @Test
    void sendsThemAsTheyCameEvenWhereThePacketWouldFit() {
        host.tracking().send(Fragments.cut(FragmentBench.packet(), 8, 1480, 1512));
        assertThat(host.atRight()).containsExactly("28 MF at 0", "1500 MF at 8", "1532 at 1488");
    }

    @Test
    void losesDontFragmentOfFragmentsThatLeaveAsTheyCame() {
        host.tracking().egressMtu(1300).send(Fragments.cut(FragmentBench.wholePacket(), 400, 1200, 800, 600));
        assertThat(host.atRight()).containsExactly("420 MF at 0", "1220 MF at 400", "820 MF at 1600", "620 at 2400");
    }

    @Test
    void cutsAReassembledPacketAnewWhereItsFragmentsAreTooLarge() {
        host.tracking().egressMtu(1000).send(Fragments.cut(FragmentBench.packet(), 400, 1200, 800, 600));
        assertThat(host.atRight()).containsExactly("996 MF at 0", "996 MF at 976", "996 MF at 1952", "92 at 2928");
    }

    @Test
    void asksForSmallerFragmentsWhereTheyMustNotBeFragmented() {
        host.tracking().egressMtu(1000).send(Fragments.cut(FragmentBench.wholePacket(), 400, 1200, 800, 600));
        assertThat(host.atRight()).isEmpty();
        assertThat(host.atLeft()).containsExactly("576 at 0 tos c0 icmp 3/4");
    }

    @Test
    void cutsAnewWithDontFragmentWhereOnlyTheFirstFragmentHasOptions() {
        List<byte[]> fragments = Fragments.cut(FragmentBench.wholePacket(), 400, 1200, 800, 600);
        host.tracking().egressMtu(1500).send(Fragments.withOptions(fragments.get(0), OPTIONS));
        host.send(fragments.subList(1, 4));
        assertThat(host.atRight())
                .containsExactly(
                        "1216 DF MF at 0 options 0707080a0002018804010200",
                        "1216 DF MF at 1184 options 010101010101018804010200",
                        "664 DF at 2368 options 010101010101018804010200");
    }

    @Test
    void fragmentsTheReplyToALongEcho() {
        host.left.peer().setMtu(1500);
        byte[] request = Frames.echoRequest(FragmentBench.NEAR, FragmentBench.LEFT, "10.0.1.2", "10.0.1.1", 64, 3000);
        host.send(Fragments.cut(request, 1480, 1480, 40));
        assertThat(host.atLeft()).containsExactly("1500 MF at 0 icmp 0/0", "1500 MF at 1480", "60 at 2960");
    }
}
