package io.ringway.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringway.engine.device.Bridge;
import io.ringway.engine.device.FdbAddition;
import io.ringway.engine.device.Veth;
import org.junit.jupiter.api.BeforeEach;

/** Three hosts at a bridge of the first namespace: a by va, b by vb, c by vc. */
abstract class ThreeHostsOnABridge {
    static final long A = Bench.mac(0xa);
    static final long B = Bench.mac(0xb);

    final Bench bench = new Bench();
    Veth a;
    Veth b;
    Veth c;
    Bridge bridge;

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

    void add(long mac, Veth host, FdbAddition.Kind kind, boolean sticky) {
        FdbAddition addition = new FdbAddition(mac, host.peer().port(), kind, sticky, false, false, false);
        assertThat(bridge.add(addition)).isEqualTo(FdbAddition.Answer.DONE);
    }
}
