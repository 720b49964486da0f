package io.ringway.conformance.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Each planted difference stands right beside what the rule excuses. */
class ArpOrderTest {
    private static final Sighting FIRST = request(1);
    private static final Sighting SECOND = request(2);
    private static final Sighting ELSE = new Sighting(new byte[60], true, true, 0);

    private final ArpOrder rule = new ArpOrder();

    private static Sighting request(int target) {
        byte[] bytes = new byte[42];
        bytes[12] = 8;
        bytes[13] = 6;
        bytes[21] = 1;
        bytes[41] = (byte) target;
        return new Sighting(bytes, true, true, 0);
    }

    @Test
    void excusesRequestsInAnotherOrder() {
        assertThat(rule.align(List.of(SECOND, FIRST), List.of(FIRST, SECOND))).containsExactly(FIRST, SECOND);
    }

    @Test
    void catchesARequestThatIsMissing() {
        List<Sighting> kernel = List.of(SECOND, SECOND);
        assertThat(rule.align(kernel, List.of(FIRST, SECOND))).isSameAs(kernel);
    }

    @Test
    void catchesAnotherFrameThatMoved() {
        List<Sighting> kernel = List.of(ELSE, FIRST, SECOND);
        assertThat(rule.align(kernel, List.of(FIRST, ELSE, SECOND))).isSameAs(kernel);
    }

    @Test
    void catchesTheOtherDirection() {
        Sighting arriving = new Sighting(FIRST.bytes(), false, true, 0);
        List<Sighting> kernel = List.of(SECOND, arriving);
        assertThat(rule.align(kernel, List.of(FIRST, SECOND))).isSameAs(kernel);
    }
}
