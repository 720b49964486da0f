package io.ringway.conformance.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Each planted difference stands right beside what is explained. */
class ForgottenNeighbourTest {
    private static final String KNOWN =
            "{'dst':'10.0.0.2','dev':'eth0','lladdr':'02:00:00:00:00:02','state':['STALE']}";

    private final Explanations explanations = new Explanations(List.of(new ForgottenNeighbour()));
    private final StateComparison state = new StateComparison(List.of(), explanations);

    private List<String> differences(String kernel, String model) {
        state.compare("a", "neigh", kernel.replace('\'', '"'), model.replace('\'', '"'));
        return state.differences();
    }

    private static String entry(String device, String state) {
        return "{'dst':'10.0.0.20','dev':'" + device + "','state':['" + state + "']}";
    }

    @Test
    void explainsAFailedNeighbourThatOnlyTheModelHas() {
        assertThat(differences("[" + KNOWN + "]", "[" + KNOWN + "," + entry("eth0", "FAILED") + "]"))
                .isEmpty();
        assertThat(explanations.items()).containsEntry("a failed neighbour that the kernel forgot", 3L);
    }

    @Test
    void catchesANeighbourThatTheModelStillAsksFor() {
        assertThat(differences("[]", "[" + entry("eth0", "INCOMPLETE") + "]")).hasSize(3);
    }

    @Test
    void catchesAKnownNeighbourThatOnlyTheModelHas() {
        assertThat(differences("[]", "[" + KNOWN + "]")).hasSize(4);
    }

    @Test
    void catchesAFailedNeighbourThatTheKernelHasInAnotherState() {
        assertThat(differences("[" + entry("eth0", "INCOMPLETE") + "]", "[" + entry("eth0", "FAILED") + "]"))
                .hasSize(1);
    }

    @Test
    void catchesAFailedNeighbourThatOnlyTheKernelHas() {
        assertThat(differences("[" + entry("eth0", "FAILED") + "]", "[]")).hasSize(3);
    }

    @Test
    void catchesANeighbourThatTheKernelHasBehindAnotherDevice() {
        assertThat(differences("[" + entry("eth01", "STALE") + "]", "[" + entry("eth0", "FAILED") + "]"))
                .hasSize(3);
    }
}
