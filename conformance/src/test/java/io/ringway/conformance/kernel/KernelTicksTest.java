package io.ringway.conformance.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class KernelTicksTest {
    @Test
    void readsByHowManyTicksTheCountIsAheadOfTheClock() {
        List<String> lines = List.of(
                "Timer List Version: v0.10",
                "now at 23305023218438 nsecs",
                " # expires at 23305024000000-23305024000000 nsecs [in 2801935 to 2801935 nsecs]",
                "  .last_jiffies   : 4300718143",
                "jiffies: 4300718488");
        assertThat(KernelTicks.reading(lines)).isEqualTo((4300718488L - 5826255) % (1 << 24));
    }

    @Test
    void aListWithoutTheCountIsNone() {
        assertThatThrownBy(() -> KernelTicks.reading(List.of("now at 1 nsecs")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
