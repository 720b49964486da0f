package io.ringway.conformance.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

class ExplanationsTest {
    private static final Path FIDELITY = Path.of("..", "docs", "fidelity.md");
    private static final byte[] NOTHING = {};
    private static final Sighting DRAWN = Packets.passed(new byte[] {1, 1});
    private static final Sighting OTHER = Packets.passed(new byte[] {2, 2});
    private static final Sighting THIRD = Packets.passed(new byte[] {3, 3});

    /** Explains that {@link #DRAWN} is seen on one side only, and one counter. */
    private final Explanations explanations = new Explanations(List.of(new Explanation() {
        @Override
        public String name() {
            return "a draw";
        }

        @Override
        public String row() {
            return "no row";
        }

        @Override
        public boolean explainsFrame(String where, byte[] injected, Sighting kernel, Sighting model) {
            return model == null && kernel.bytes()[0] == 1;
        }

        @Override
        public boolean explainsItem(
                String namespace,
                String key,
                String item,
                SortedMap<String, String> kernel,
                SortedMap<String, String> model) {
            return key.equals("muted") && kernel.get(item).equals("5");
        }
    }));

    private final FrameComparison frames = new FrameComparison(List.of(), explanations);
    private final StateComparison state = new StateComparison(List.of(), explanations);

    private FrameDifference compare(List<Sighting> kernel, List<Sighting> model) {
        frames.expect("a:eth0");
        frames.compare("a test", NOTHING, Map.of("a:eth0", kernel), Map.of("a:eth0", model));
        return frames.first();
    }

    @Test
    void everyOneHasItsRow() throws IOException {
        List<String> lines = Files.readAllLines(FIDELITY);
        for (Explanation one : Explanations.known().list()) {
            assertThat(lines).as(one.name()).anyMatch(line -> line.startsWith("| " + one.row()));
        }
    }

    @Test
    void goesOnBehindAFrameThatIsExplained() {
        assertThat(compare(List.of(OTHER, DRAWN, THIRD), List.of(OTHER, THIRD))).isNull();
        assertThat(explanations.frames()).containsEntry("a draw", 1L);
        assertThat(frames.tallies().get("a:eth0").differing()).isZero();
    }

    @Test
    void catchesWhatDiffersBehindAFrameThatIsExplained() {
        FrameDifference found = compare(List.of(DRAWN, OTHER), List.of(THIRD));
        assertThat(found.kernel()).isSameAs(OTHER);
        assertThat(found.model()).isSameAs(THIRD);
        assertThat(found.position()).isEqualTo(2);
    }

    @Test
    void catchesWhatTheExplanationDoesNotCover() {
        assertThat(compare(List.of(), List.of(DRAWN))).isNotNull();
        assertThat(explanations.frames()).isEmpty();
    }

    @Test
    void isNotAskedWhereBothSidesAreTheSame() {
        assertThat(compare(List.of(DRAWN), List.of(DRAWN))).isNull();
        assertThat(explanations.frames()).isEmpty();
    }

    @Test
    void coversTheItemThatItNamesAndNoOther() {
        state.compare("a", "muted", "5", "4");
        assertThat(state.differences()).isEmpty();
        assertThat(explanations.items()).containsEntry("a draw", 1L);
        state.compare("a", "muted", "6", "4");
        assertThat(state.differences()).hasSize(1);
    }
}
