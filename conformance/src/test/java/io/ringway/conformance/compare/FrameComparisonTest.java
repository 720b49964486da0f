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
    void showsFieldsAndBytesOfBothVersions() {
        differing(List.of(ONE), List.of(TWO));
        assertThat(FrameText.describe(comparison.first()))
                .anyMatch(line -> line.startsWith("* ip.id") && line.contains("0x0001") && line.contains("0x0002"))
                .anyMatch(line -> line.startsWith("  ip.ttl"))
                .contains("kernel:", "model:");
    }
}
