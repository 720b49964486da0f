package io.ringway.conformance.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Each planted difference stands right beside what the rule excuses. */
class TunnelledFramesTest {
    private static final long KERNEL_MS = 1_000_000;
    private static final long MODEL_MS = 5_000;
    private static final int UDP_CHECKSUM = 41;
    private static final int ICMP_CHECKSUM = 37;
    private static final int VNI = 48;

    private final TunnelledFrames rule = new TunnelledFrames(List.of(new TimesOfDay()));

    private static byte[] tunnelled(long timeMs) {
        return Packets.vxlan(5000, TimesOfDayTest.stamped(timeMs));
    }

    private byte[] aligned(byte[] model, byte[] kernel) {
        return rule.align(
                model,
                new Sighting(model, true, true, true, false, MODEL_MS * 1_000_000),
                new Sighting(kernel, true, false, KERNEL_MS * 1_000_000),
                kernel);
    }

    @Test
    void excusesATimeOfDayInsideOfATunnel() {
        byte[] model = tunnelled(MODEL_MS - 3);
        assertThat(aligned(model, tunnelled(KERNEL_MS - 5))).isEqualTo(model);
    }

    @Test
    void catchesATimeInsideThatIsOlder() {
        byte[] model = tunnelled(MODEL_MS);
        assertThat(aligned(model, tunnelled(KERNEL_MS))).isEqualTo(model);
        assertThat(aligned(model, tunnelled(KERNEL_MS - 200))).isNotEqualTo(model);
    }

    @Test
    void catchesAWrongChecksumAroundTheTime() {
        byte[] model = tunnelled(MODEL_MS);
        byte[] kernel = tunnelled(KERNEL_MS);
        assertThat(aligned(model, Packets.with(kernel, UDP_CHECKSUM, kernel[UDP_CHECKSUM] + 1)))
                .isNotEqualTo(model);
    }

    @Test
    void catchesAnotherTunnel() {
        byte[] model = tunnelled(MODEL_MS);
        assertThat(aligned(model, Packets.with(tunnelled(KERNEL_MS), VNI, 9))).isNotEqualTo(model);
    }

    @Test
    void excusesATimeOfDayInsideOfAQuotedTunnel() {
        byte[] model = Packets.icmpError(7, tunnelled(MODEL_MS - 3));
        assertThat(aligned(model, Packets.icmpError(7, tunnelled(KERNEL_MS - 5))))
                .isEqualTo(model);
    }

    @Test
    void catchesAnOlderTimeInsideOfAQuotedTunnel() {
        byte[] model = Packets.icmpError(7, tunnelled(MODEL_MS));
        assertThat(aligned(model, Packets.icmpError(7, tunnelled(KERNEL_MS)))).isEqualTo(model);
        assertThat(aligned(model, Packets.icmpError(7, tunnelled(KERNEL_MS - 200))))
                .isNotEqualTo(model);
    }

    @Test
    void catchesAWrongChecksumAroundAQuotedTunnel() {
        byte[] model = Packets.icmpError(7, tunnelled(MODEL_MS));
        byte[] kernel = Packets.icmpError(7, tunnelled(KERNEL_MS));
        assertThat(aligned(model, Packets.with(kernel, ICMP_CHECKSUM, kernel[ICMP_CHECKSUM] + 1)))
                .isNotEqualTo(model);
    }

    @Test
    void catchesAnotherIdInside() {
        byte[] model = Packets.vxlan(5000, Packets.udp(Packets.ROUTER, 0x1111, 9));
        byte[] kernel = Packets.vxlan(5000, Packets.udp(Packets.ROUTER, 0x2222, 9));
        assertThat(aligned(model, kernel)).isSameAs(kernel);
    }
}
