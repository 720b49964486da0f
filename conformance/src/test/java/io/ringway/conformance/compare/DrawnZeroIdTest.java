package io.ringway.conformance.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Each planted difference stands right beside what is explained. */
class DrawnZeroIdTest {
    private static final byte[] NOTHING = {};
    private static final byte[] MODEL = Packets.udp(Packets.ROUTER, 0x1111, 9);
    private static final byte[] KERNEL = Packets.udp(Packets.ROUTER, 0, 9);

    private final DrawnZeroId explanation = new DrawnZeroId();

    private boolean explains(Sighting model, byte[] kernel) {
        return explanation.explainsFrame("a:eth0", NOTHING, Packets.passed(kernel), model);
    }

    @Test
    void explainsAnIdOfZeroInAPacketMadeHere() {
        assertThat(explains(Packets.made(MODEL), KERNEL)).isTrue();
    }

    @Test
    void explainsItInsideOfATunnel() {
        byte[] model = Packets.vxlan(5000, MODEL);
        assertThat(explains(new Sighting(model, true, true, true, false, 0), Packets.vxlan(5000, KERNEL)))
                .isTrue();
        assertThat(explains(new Sighting(model, true, true, false, false, 0), Packets.vxlan(5000, KERNEL)))
                .isFalse();
    }

    @Test
    void doesNotExplainAnotherId() {
        assertThat(explains(Packets.made(MODEL), Packets.udp(Packets.ROUTER, 5, 9)))
                .isFalse();
    }

    @Test
    void doesNotExplainAnIdThatOnlyTheKernelHas() {
        assertThat(explains(Packets.made(KERNEL), MODEL)).isFalse();
    }

    @Test
    void doesNotExplainAPacketThatWasInjected() {
        assertThat(explains(Packets.passed(MODEL), KERNEL)).isFalse();
    }

    @Test
    void doesNotExplainAnythingBesideIt() {
        assertThat(explains(Packets.made(MODEL), Packets.with(KERNEL, 22, 63))).isFalse();
        assertThat(explains(Packets.made(MODEL), Packets.with(KERNEL, 25, KERNEL[25] + 1)))
                .isFalse();
    }
}
