package io.ringway.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringway.engine.core.Kernel;
import io.ringway.engine.device.Veth;
import io.ringway.packet.DropReason;
import io.ringway.packet.MacAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two bridges joined by two cables: a broadcast goes round for ever, but for the budget of its instant. */
class StormTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 64})
    void endsALoopAndFreesItsFrames(int stagedBurst) {
        Bench bench = new Bench(stagedBurst == 0 ? new Kernel(1) : new Kernel(1, stagedBurst));
        Veth[] a = bench.veth("a", "eth0", 0xa, "host", "va", 1);
        Veth[] one = Veth.pair(bench.network.kernel(), "l1", Bench.mac(2), "r1", Bench.mac(3));
        Veth[] two = Veth.pair(bench.network.kernel(), "l2", Bench.mac(4), "r2", Bench.mac(5));
        for (Veth end : new Veth[] {one[0], one[1], two[0], two[1]}) {
            bench.ns("host").add(end, 0);
            bench.ns("host").setUp(end, true);
        }
        bench.bridge("host", "br0", 8, a[1], one[0], two[0]);
        bench.bridge("host", "br1", 9, one[1], two[1]);
        bench.inject(a[0], Frames.plain(MacAddress.BROADCAST, Bench.mac(0xa)));
        assertThat(bench.network.accounts().droppedFrames(DropReason.STORM)).isPositive();
        assertThat(bench.network.accounts().stormCycle()).isEqualTo("br0:l1 -> br1:r2 -> br0:l1");
        assertThat(bench.network.accounts().heldFrames()).isZero();
        assertThat(bench.network.kernel().pool().freeCells())
                .isEqualTo(bench.network.kernel().pool().totalCells());
    }
}
