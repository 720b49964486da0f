package io.ringway.conformance.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Each planted difference stands right beside what the rule excuses. */
class TimerOrderTest {
    private static final long MS = 1_000_000;

    private final TimerOrder rule = new TimerOrder();

    private static Sighting at(long timeMs, int what) {
        return new Sighting(new byte[] {(byte) what}, true, true, timeMs * MS);
    }

    private static byte[] error(int id) {
        return Packets.icmpError(id, Packets.udp(Packets.CLIENT, 7, 9));
    }

    private List<Byte> aligned(List<Sighting> kernel, List<Sighting> model) {
        return rule.align(kernel, model).stream().map(one -> one.bytes()[0]).toList();
    }

    @Test
    void excusesMomentsOfOneSlotInAnotherOrder() {
        List<Sighting> model = List.of(at(1000, 1), at(1000, 2), at(1010, 3), at(1010, 4));
        assertThat(aligned(List.of(at(1020, 3), at(1020, 4), at(1020, 1), at(1021, 2)), model))
                .containsExactly((byte) 1, (byte) 2, (byte) 3, (byte) 4);
    }

    @Test
    void excusesMomentsOfOneSlotBetweenEachOther() {
        List<Sighting> model = List.of(at(1000, 1), at(1000, 2), at(1010, 3), at(1010, 4));
        assertThat(aligned(List.of(at(1020, 3), at(1020, 1), at(1020, 2), at(1021, 4)), model))
                .containsExactly((byte) 1, (byte) 2, (byte) 3, (byte) 4);
    }

    @Test
    void excusesPacketsWithIdsOfTheirOwn() {
        Sighting first = new Sighting(error(1), true, true, 1000 * MS);
        Sighting kernels = new Sighting(error(6), true, true, 1020 * MS);
        List<Sighting> result = rule.align(List.of(at(1020, 9), kernels), List.of(first, at(1005, 9)));
        assertThat(result.get(0)).isSameAs(kernels);
    }

    /** A reassembly that ended at that time, of the fragment with that ID. */
    private static Sighting timeout(long timeMs, int ownId, int fragmentId) {
        byte[] error = Packets.icmpError(ownId, Packets.udp(Packets.CLIENT, fragmentId, 9));
        return new Sighting(Packets.with(error, 35, 1), true, true, timeMs * MS);
    }

    @Test
    void excusesReassembliesOfOneSlotWhichTheirFragmentsTellApart() {
        List<Sighting> model = List.of(timeout(1000, 1, 7), timeout(1034, 2, 8), timeout(2900, 3, 9));
        List<Sighting> kernel = List.of(timeout(3000, 4, 9), timeout(3000, 5, 7), timeout(3001, 6, 8));
        assertThat(rule.align(kernel, model)).containsExactly(kernel.get(1), kernel.get(2), kernel.get(0));
    }

    @Test
    void catchesReassembliesOfDifferentSlotsInAnotherOrder() {
        List<Sighting> model = List.of(timeout(1000, 1, 7), timeout(3100, 2, 8));
        List<Sighting> kernel = List.of(timeout(3100, 4, 8), timeout(3100, 5, 7));
        assertThat(rule.align(kernel, model)).isSameAs(kernel);
    }

    @Test
    void excusesTunnelsWithPortsOfTheirOwn() {
        byte[] inner = Packets.udp(Packets.CLIENT, 7, 9);
        Sighting first = new Sighting(Packets.vxlan(40_000, inner), true, true, 1000 * MS);
        Sighting kernels = new Sighting(Packets.vxlan(50_000, inner), true, true, 1020 * MS);
        List<Sighting> result = rule.align(List.of(at(1020, 9), kernels), List.of(first, at(1005, 9)));
        assertThat(result.get(0)).isSameAs(kernels);
    }

    @Test
    void catchesAnotherOrderWithinAMoment() {
        List<Sighting> kernel = List.of(at(1020, 2), at(1020, 1), at(1020, 3));
        assertThat(rule.align(kernel, List.of(at(1000, 1), at(1000, 2), at(1010, 3))))
                .isSameAs(kernel);
    }

    @Test
    void catchesMomentsOfDifferentSlotsInAnotherOrder() {
        List<Sighting> kernel = List.of(at(1300, 2), at(1301, 1));
        assertThat(rule.align(kernel, List.of(at(1000, 1), at(1300, 2)))).isSameAs(kernel);
    }

    @Test
    void catchesAnotherOrderOfWhatDidNotComeAtOnce() {
        List<Sighting> kernel = List.of(at(1010, 2), at(1040, 1));
        assertThat(rule.align(kernel, List.of(at(1000, 1), at(1010, 2)))).isSameAs(kernel);
    }

    @Test
    void catchesAFrameThatOnlyOneSideHas() {
        List<Sighting> kernel = List.of(at(1020, 2), at(1020, 5));
        assertThat(rule.align(kernel, List.of(at(1000, 1), at(1010, 2)))).isSameAs(kernel);
        List<Sighting> fewer = List.of(at(1020, 2));
        assertThat(rule.align(fewer, List.of(at(1000, 1), at(1010, 2)))).isSameAs(fewer);
    }

    @Test
    void catchesTheOtherDirection() {
        Sighting arriving = new Sighting(new byte[] {1}, false, true, 1020 * MS);
        List<Sighting> kernel = List.of(at(1020, 2), arriving);
        assertThat(rule.align(kernel, List.of(at(1000, 1), at(1010, 2)))).isSameAs(kernel);
    }
}
