package io.ringway.packet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FragmentGeometryTest {
    private static final FragmentGeometry CUT = new FragmentGeometry(1500, false, new int[] {8, 16, 40, 20});

    @Test
    void staysAsItIsWhenNobodyReadsAcrossTheFirstFragment() {
        assertThat(CUT.joined(8)).isSameAs(CUT);
    }

    @Test
    void growsItsFirstFragmentAtTheCostOfTheNext() {
        assertThat(pieces(CUT.joined(20))).containsExactly(20, 4, 40, 20);
    }

    @Test
    void losesFragmentsThatWereReadWhole() {
        assertThat(pieces(CUT.joined(24))).containsExactly(24, 40, 20);
        assertThat(pieces(CUT.joined(48))).containsExactly(48, 16, 20);
    }

    @Test
    void growsOnFromWhatItHasBecome() {
        assertThat(pieces(CUT.joined(28).joined(48))).containsExactly(48, 16, 20);
    }

    @Test
    void hasNoPiecesWhenAllOfThePacketWasRead() {
        assertThat(CUT.joined(84).count()).isZero();
        assertThat(CUT.joined(84).largestBytes()).isEqualTo(1500);
    }

    private static int[] pieces(FragmentGeometry geometry) {
        int[] pieces = new int[geometry.count()];
        for (int i = 0; i < pieces.length; i++) {
            pieces[i] = geometry.payloadBytes(i);
        }
        return pieces;
    }
}
