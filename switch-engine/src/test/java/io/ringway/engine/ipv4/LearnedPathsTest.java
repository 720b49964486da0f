package io.ringway.engine.ipv4;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringway.engine.route.LearnedPath;
import io.ringway.engine.route.LearnedPaths;
import org.junit.jupiter.api.Test;

class LearnedPathsTest {
    private static final int DESTINATION = 0x0a09_0001;

    private final LearnedPaths paths = new LearnedPaths();

    @Test
    void forgetsWhatIsLookedForTooLate() {
        paths.findOrCreate(DESTINATION).shrink(800, false, 100);
        assertThat(paths.find(DESTINATION, 100)).isNotNull();
        assertThat(paths.find(DESTINATION, 101)).isNull();
        assertThat(paths.find(DESTINATION, 50)).isNull();
    }

    @Test
    void knowsNothingOfOtherDestinations() {
        paths.findOrCreate(DESTINATION).shrink(800, false, 100);
        assertThat(paths.find(DESTINATION + 1, 0)).isNull();
    }

    @Test
    void followsTheInterfaceWhereItWasTheNarrowest() {
        LearnedPath path = paths.findOrCreate(DESTINATION);
        path.shrink(1000, false, 100);
        path.follow(1500, 1400);
        assertThat(path.mtu()).isEqualTo(1000);
        path.follow(1400, 900);
        assertThat(path.mtu()).isEqualTo(900);
        path.follow(900, 1500);
        assertThat(path.mtu()).isEqualTo(1500);
    }

    @Test
    void unlocksWhenTheInterfaceIsNarrower() {
        LearnedPath path = paths.findOrCreate(DESTINATION);
        path.shrink(552, true, 100);
        path.follow(1500, 600);
        assertThat(path.mtuLocked()).isTrue();
        path.follow(600, 500);
        assertThat(path.mtuLocked()).isFalse();
        assertThat(path.mtu()).isEqualTo(500);
    }

    @Test
    void keepsGatewayAndMtuSideBySideWithTheLastLifetime() {
        LearnedPath path = paths.findOrCreate(DESTINATION);
        path.redirect(7, 300);
        path.shrink(800, false, 600);
        assertThat(paths.findOrCreate(DESTINATION)).isSameAs(path);
        assertThat(path.gateway()).isEqualTo(7);
        assertThat(path.expires()).isEqualTo(600);
    }
}
