package io.ringway.conformance.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The judge is a predicate here: no kernel is asked. */
class ShrinkerTest {
    private static final String KIND = "planted";
    private static final Outcome FOUND =
            new Outcome(KIND, List.of(), 0, 0, 0, 0, Outcome.NOT_COUNTED, 40, Map.of(), Excuses.NONE);

    private final List<RandomCase> kept = new ArrayList<>();

    private static RandomCase found() {
        List<SentFrame> frames = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            frames.add(new SentFrame(i, "a:eth1", new byte[] {(byte) i}, List.of()));
        }
        List<String> lab = List.of("ip netns add a", "ip -n a link add eth1 type veth", "ip -n a link set lo up");
        return new RandomCase(lab, frames, List.of(new RandomCase.Change(5, "true")), true, Set.of());
    }

    private static boolean has(RandomCase one, int number) {
        return one.frames().stream().anyMatch(frame -> frame.bytes()[0] == number);
    }

    @Test
    void keepsNothingButWhatTheDifferenceNeeds() throws IOException {
        Shrinker.Judge judge = (tried, limitNs) -> has(tried, 7) && has(tried, 39) ? KIND : Outcome.EQUAL;
        RandomCase smallest = new Shrinker(judge, kept::add).shrink(found(), FOUND);
        assertThat(smallest.frames()).hasSize(2);
        assertThat(smallest.changes()).isEmpty();
        assertThat(smallest.lab()).hasSize(1);
        assertThat(kept).last().isSameAs(smallest);
    }

    @Test
    void givesUpWithTheSmallestSoFarWhenARunTakesTheWholeBudget() throws IOException {
        List<Long> limits = new ArrayList<>();
        Shrinker.Judge judge = (tried, limitNs) -> {
            limits.add(limitNs);
            return limits.size() == 1 ? KIND : Outcome.LOST;
        };
        RandomCase smallest = new Shrinker(judge, kept::add).shrink(found(), FOUND);
        assertThat(smallest.frames()).hasSize(40);
        assertThat(limits).isSortedAccordingTo((one, other) -> Long.compare(other, one));
        assertThat(limits.get(0)).isLessThanOrEqualTo(Shrinker.BUDGET_S * 1_000_000_000L);
    }

    @Test
    void asksNobodyOnceTheBudgetIsSpent() throws IOException {
        List<RandomCase> asked = new ArrayList<>();
        Shrinker.Judge judge = (tried, limitNs) -> {
            asked.add(tried);
            return KIND;
        };
        RandomCase found = found();
        assertThat(new Shrinker(judge, kept::add, 0).shrink(found, FOUND)).isSameAs(found);
        assertThat(asked).isEmpty();
    }
}
