package io.ringway.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringway.engine.core.Kernel;
import io.ringway.engine.device.Veth;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The executor is invisible: inline, or staged with bursts of one, every device sees the same bytes in the same order. */
class InvisibilityContractTest {
    private static final long SEED = 20_261_121;

    @Test
    void stagedWithBurstsOfOneShowsWhatInlineShows() {
        assertThat(run(new Kernel(1, 1))).isEqualTo(run(new Kernel(1))).hasSizeGreaterThan(1000);
    }

    /** Two hosts and a router on one bridge, a third host behind it; traffic of all kinds, some of it for nobody. */
    private static List<String> run(Kernel kernel) {
        Bench bench = new Bench(kernel);
        Veth[] a = bench.veth("a", "eth0", 0xa, "host", "va", 1);
        Veth[] b = bench.veth("b", "eth0", 0xb, "host", "vb", 2);
        Veth[] out = bench.veth("out", "eth0", 0xc, "host", "uplink", 3);
        var bridge = bench.bridge("host", "br0", 9, a[1], b[1]);
        bench.address(bridge, "10.0.0.1/24");
        bench.address(out[1], "10.9.0.1/24");
        bench.address(a[0], "10.0.0.2/24");
        bench.address(b[0], "10.0.0.3/24");
        bench.address(out[0], "10.9.0.2/24");
        bench.defaultRoute(a[0], "10.0.0.1");
        bench.defaultRoute(out[0], "10.9.0.1");
        bench.forwarding(bridge, out[1]);
        Random random = new Random(SEED);
        String[] targets = {"10.0.0.1", "10.0.0.3", "10.9.0.2", "10.9.0.77", "10.0.0.255", "172.16.0.1"};
        long[] macs = {Bench.mac(9), Bench.mac(0xb), Bench.mac(0x77), -1L >>> 16};
        for (int i = 0; i < 400; i++) {
            String target = targets[random.nextInt(targets.length)];
            long mac = macs[random.nextInt(macs.length)];
            byte[] frame = random.nextInt(10) == 0
                    ? Frames.arpRequest(Bench.mac(0xa), "10.0.0.2", target)
                    : Frames.echoRequest(mac, Bench.mac(0xa), "10.0.0.2", target, 1 + random.nextInt(3));
            bench.inject(a[0], frame, kernel.nowNs() + random.nextInt(50_000_000));
        }
        bench.advance(10);
        assertThat(bench.network.accounts().heldFrames()).isZero();
        assertThat(kernel.pool().freeCells()).isEqualTo(kernel.pool().totalCells());
        List<String> lines = new ArrayList<>();
        for (Bench.Seen seen : bench.seen) {
            lines.add(seen.where() + seen.outgoing() + HexFormat.of().formatHex(seen.bytes()));
        }
        return lines;
    }
}
