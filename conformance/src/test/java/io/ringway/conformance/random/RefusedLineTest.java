package io.ringway.conformance.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RefusedLineTest {
    private static final RandomCase CASE = new RandomCase(
            List.of("ip netns add a", "ip -n a route add 10.0.0.0/8 via 1.2.3.4", "ip -n a link set lo up"),
            List.of(),
            List.of(new RandomCase.Change(1, "true"), new RandomCase.Change(2, "ip -n a link set x up")),
            true,
            Set.of());

    private static RandomCase without(String words) {
        return RefusedLine.leftOut(CASE, Outcome.failed("void: " + words, List.of()));
    }

    @Test
    void aLineOfTheLabThatBothRefuseDoesNothingInstead() {
        RandomCase left = without("/run/ringway/seed/lab.sh:3:38: ip: Error: Nexthop has invalid gateway.");
        assertThat(left.lab())
                .containsExactly(CASE.lab().get(0), "true", CASE.lab().get(2));
        assertThat(left.changes()).isEqualTo(CASE.changes());
    }

    @Test
    void aChangeThatBothRefuseIsLeftOut() {
        RandomCase left = without("change 1:1:7: ip: Cannot find device \"x\"");
        assertThat(left.changes()).containsExactly(CASE.changes().get(0));
        assertThat(left.lab()).isEqualTo(CASE.lab());
    }

    @Test
    void whatNamesNoLineLeavesTheCaseVoid() {
        assertThat(without("nothing to compare")).isNull();
    }
}
