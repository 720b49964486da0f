package io.ringway.replay.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** A few rounds of what {@code ./check --long} does for minutes. */
class SoakTest {
    @Test
    void everyRoundDoesWhatTheOneBeforeDid() throws IOException {
        Soak soak = new Soak();
        for (int round = 0; round < 4; round++) {
            soak.round();
        }
        assertThat(soak.settled().get("translated")).isGreaterThan(1000);
        assertThat(soak.settled().get("merged")).isPositive();
    }
}
