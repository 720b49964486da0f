package io.ringway.conformance.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** Worlds are shell scripts here, which read seeds and answer as a {@link SeedWorker} does. */
class WorkersTest {
    private static final Workers.Limits SHORT = new Workers.Limits(1, 1);

    /** What is printed for any seed: that it is equal, as seed 1. */
    private static final String EQUAL = new SeedResult(
                    1, Outcome.EQUAL, List.of(), 5, 5, 5, 5, Outcome.NOT_COUNTED, Map.of(), Excuses.NONE, List.of(), "")
            .line();

    private static List<SeedResult> run(String script, List<Long> seeds, Workers.Limits limits)
            throws InterruptedException {
        List<SeedResult> results = new CopyOnWriteArrayList<>();
        ProcessBuilder world = new ProcessBuilder("bash", "-c", script);
        world.environment().put("EQUAL", EQUAL);
        new Workers(1, world, limits).run(seeds, results::add);
        return results;
    }

    private static List<String> kinds(List<SeedResult> results) {
        return results.stream().map(SeedResult::kind).toList();
    }

    @Test
    void losesASeedThatTakesTooLongAndGoesOnInAnotherWorld() throws InterruptedException {
        String script = "while read -r seed; do ((seed == 2)) && exec sleep 60; echo \"$EQUAL\"; echo ready; done";
        List<SeedResult> results = run(script, List.of(1L, 2L, 3L), SHORT);
        assertThat(kinds(results)).containsExactly("equal", "lost: over 1 s", "equal");
        assertThat(results.get(1).seed()).isEqualTo(2);
        assertThat(results.get(1).verdict()).isEqualTo(Outcome.LOST);
    }

    @Test
    void losesASeedWhoseWorldEnds() throws InterruptedException {
        String script = "while read -r seed; do ((seed == 2)) && exit; echo \"$EQUAL\"; echo ready; done";
        List<SeedResult> results = run(script, List.of(1L, 2L, 3L), new Workers.Limits(60, 60));
        assertThat(kinds(results)).containsExactly("equal", "lost: the world ended", "equal");
    }

    @Test
    void keepsTheResultOfASeedThatTakesTooLongToShrink() throws InterruptedException {
        String script = "while read -r seed; do echo \"$EQUAL\"; ((seed == 2)) && exec sleep 60; echo ready; done";
        List<SeedResult> results = run(script, List.of(1L, 2L, 3L), SHORT);
        assertThat(kinds(results)).containsExactly("equal", "equal", "equal");
    }
}
