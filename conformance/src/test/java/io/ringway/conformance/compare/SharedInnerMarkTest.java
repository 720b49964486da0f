package io.ringway.conformance.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Each planted difference stands right beside what is explained. */
class SharedInnerMarkTest {
    private static final byte[] NOTHING = {};
    private static final int OUTER_TOS = 15;
    private static final int INNER_TOS = 14 + 20 + 16 + 15;
    private static final int INNER_CHECKSUM = INNER_TOS + 9;

    private final SharedInnerMark explanation = new SharedInnerMark();

    private static byte[] flooded(int outer, int inner) {
        byte[] packet = Packets.udp(Packets.CLIENT, 7, 9);
        packet[15] = (byte) inner;
        Ipv4Bytes.update(packet, 24, 0x4500, 0x4500 | inner);
        byte[] frame = Packets.with(Packets.vxlan(5000, packet), OUTER_TOS, outer);
        return Packets.with(frame, 0, 1);
    }

    private boolean explains(byte[] kernel, byte[] model) {
        return explanation.explainsFrame("a:eth0", NOTHING, Packets.passed(kernel), Packets.passed(model));
    }

    @Test
    void explainsAnotherMarkOfCapableTransport() {
        assertThat(explains(flooded(1, 1), flooded(1, 2))).isTrue();
    }

    @Test
    void explainsCongestionThatWasMetOutside() {
        assertThat(explains(flooded(3, 3), flooded(3, 2))).isTrue();
        assertThat(explains(flooded(3, 3), flooded(3, 1))).isTrue();
    }

    @Test
    void doesNotExplainAMarkThatTheEndOfATunnelDoesNotWrite() {
        assertThat(explains(flooded(1, 3), flooded(1, 2))).isFalse();
        assertThat(explains(flooded(2, 2), flooded(2, 1))).isFalse();
        assertThat(explains(flooded(3, 3), flooded(3, 0))).isFalse();
        assertThat(explains(flooded(1, 2), flooded(1, 1))).isFalse();
        assertThat(explains(flooded(3, 3), flooded(3, 3))).isFalse();
    }

    @Test
    void doesNotExplainAFrameForOneReceiver() {
        assertThat(explains(Packets.with(flooded(1, 1), 0, 0), Packets.with(flooded(1, 2), 0, 0)))
                .isFalse();
    }

    @Test
    void doesNotExplainAnythingBesideIt() {
        byte[] kernel = flooded(1, 1);
        assertThat(explains(Packets.with(kernel, INNER_TOS, 5), flooded(1, 2))).isFalse();
        assertThat(explains(Packets.with(kernel, INNER_CHECKSUM, kernel[INNER_CHECKSUM] + 1), flooded(1, 2)))
                .isFalse();
        assertThat(explains(Packets.with(kernel, OUTER_TOS, 2), flooded(1, 2))).isFalse();
    }
}
