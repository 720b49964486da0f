package io.ringway.conformance.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FrameComparisonTest {
    private static final byte[] NOTHING = {};
    private static final Sighting ONE = Packets.passed(Packets.udp(Packets.CLIENT, 1, 1));
    private static final Sighting TWO = Packets.passed(Packets.udp(Packets.CLIENT, 2, 2));

    private final FrameComparison comparison = new FrameComparison(new Rules().forFrames());

    FrameComparisonTest() {
        comparison.expect("a:eth0");
    }

    private long differing(List<Sighting> kernel, List<Sighting> model) {
        comparison.compare("injected frame 1", NOTHING, Map.of("a:eth0", kernel), Map.of("a:eth0", model));
        return comparison.tallies().get("a:eth0").differing();
    }

    @Test
    void takesEqualFramesForEqualWhateverTheirTimes() {
        Sighting later = new Sighting(ONE.bytes(), true, false, 99);
        assertThat(differing(List.of(ONE, TWO), List.of(later, TWO))).isZero();
        assertThat(comparison.tallies().get("a:eth0").compared()).isEqualTo(2);
        assertThat(comparison.first()).isNull();
    }

    @Test
    void catchesAnotherOrder() {
        assertThat(differing(List.of(ONE, TWO), List.of(TWO, ONE))).isEqualTo(2);
    }

    @Test
    void catchesAnotherDirection() {
        assertThat(differing(List.of(ONE), List.of(new Sighting(ONE.bytes(), false, false, 0))))
                .isEqualTo(1);
    }

    @Test
    void catchesAMissingAndAnAdditionalFrame() {
        assertThat(differing(List.of(ONE), List.of())).isEqualTo(1);
        assertThat(comparison.first().summary()).contains("only the kernel has a frame");
        assertThat(differing(List.of(), List.of(ONE))).isEqualTo(2);
    }

    @Test
    void catchesAFrameThatComesAfterAnotherCause() {
        comparison.compare("injected frame 1", NOTHING, Map.of("a:eth0", List.of(ONE)), Map.of());
        comparison.compare("injected frame 2", NOTHING, Map.of(), Map.of("a:eth0", List.of(ONE)));
        assertThat(comparison.tallies().get("a:eth0").differing()).isEqualTo(2);
    }

    @Test
    void leavesInterfacesOutThatNobodyAskedFor() {
        comparison.compare("injected frame 1", NOTHING, Map.of("b:eth0", List.of(ONE)), Map.of());
        assertThat(comparison.tallies()).containsOnlyKeys("a:eth0");
    }

    @Test
    void knowsAQuotedIdOfAPacketThatOnlyAnInterfaceComparedLaterSaw() {
        assertThat(differingQuotes(0x2222, Packets.udp(Packets.ROUTER, 0x2222, 9)))
                .isZero();
        assertThat(comparison.first()).isNull();
    }

    @Test
    void catchesAnotherQuotedIdThanAnInterfaceComparedLaterSaw() {
        assertThat(differingQuotes(0x3333, Packets.udp(Packets.ROUTER, 0x2222, 9)))
                .isEqualTo(1);
    }

    @Test
    void catchesAQuotedIdOfAPacketThatDiffersInMoreWhereItWasSeen() {
        assertThat(differingQuotes(0x2222, Packets.udp(Packets.ROUTER, 0x2222, 10)))
                .isEqualTo(1);
        assertThat(comparison.tallies().get("b:eth0").differing()).isEqualTo(1);
    }

    /** An error at a:eth0 about what the model sent with another ID at b:eth0. */
    private long differingQuotes(int kernelsQuotedId, byte[] kernelsWhole) {
        byte[] whole = Packets.udp(Packets.ROUTER, 0x1111, 9);
        byte[] quoted = Packets.udp(Packets.ROUTER, kernelsQuotedId, 9);
        comparison.expect("b:eth0");
        comparison.compare(
                "injected frame 1",
                NOTHING,
                Map.of(
                        "a:eth0", List.of(Packets.passed(Packets.icmpError(6, quoted))),
                        "b:eth0", List.of(Packets.passed(kernelsWhole))),
                Map.of(
                        "a:eth0", List.of(Packets.made(Packets.icmpError(5, whole))),
                        "b:eth0", List.of(Packets.made(whole))));
        return comparison.tallies().get("a:eth0").differing();
    }

    @Test
    void showsFieldsAndBytesOfBothVersions() {
        differing(List.of(ONE), List.of(TWO));
        assertThat(FrameText.describe(comparison.first()))
                .anyMatch(line -> line.startsWith("* ip.id") && line.contains("0x0001") && line.contains("0x0002"))
                .anyMatch(line -> line.startsWith("  ip.ttl"))
                .contains("kernel:", "model:");
    }
}
