package io.ringway.conformance.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeedLogTest {
    @TempDir
    private Path folder;

    private Path file;
    private SeedLog log;

    @BeforeEach
    void beginALog() throws IOException {
        file = folder.resolve("log.tsv");
        log = new SeedLog(file, Generator.FORWARDING, "abc");
    }

    private static SeedResult result(long seed, String kind, long crossed, Excuses excuses) {
        return new SeedResult(
                seed, kind, List.of(), 1000, 200, 100, crossed, Outcome.NOT_COUNTED, Map.of(), excuses, List.of(), "");
    }

    private static SeedResult equal(long seed) {
        return result(seed, Outcome.EQUAL, 40, Excuses.NONE);
    }

    private static Excuses explained(long frames, long items) {
        return new Excuses(Map.of("a rule", 7L), Map.of("a draw", frames), Map.of("a draw", items));
    }

    @Test
    void goesOnWhereItWas() throws IOException {
        log.add(equal(1));
        log.add(equal(3));
        assertThat(new SeedLog(file, Generator.FORWARDING, "def").fresh(3)).containsExactly(2L, 4L, 5L);
    }

    @Test
    void countsNoSeedWithFewCrossingsOrADifference() throws IOException {
        log.add(equal(1));
        log.add(result(2, Outcome.EQUAL, 29, Excuses.NONE));
        log.add(result(3, "something", 40, Excuses.NONE));
        log.add(SeedResult.lost(4, "over 3 s"));
        assertThat(log.counted()).isEqualTo(1);
        assertThat(new SeedLog(file, Generator.FORWARDING, "def").counted()).isEqualTo(1);
    }

    @Test
    void takesEverySeedAgainThatEverFailed() throws IOException {
        log.add(result(3, "something", 40, Excuses.NONE));
        log.add(SeedResult.lost(4, "over 3 s"));
        log.add(equal(3));
        log.add(equal(5));
        assertThat(new SeedLog(file, Generator.FORWARDING, "def").failed()).containsExactly(3L, 4L);
        assertThat(log.counted()).isEqualTo(2);
    }

    @Test
    void countsNoSeedOfAnotherGenerator() throws IOException {
        log.add(equal(1));
        String other = Files.readString(file)
                .replace("1\t" + Generator.FORWARDING.version(), "1\t" + (Generator.FORWARDING.version() - 1));
        Files.writeString(file, other);
        SeedLog reread = new SeedLog(file, Generator.FORWARDING, "def");
        assertThat(reread.counted()).isZero();
        assertThat(reread.fresh(1)).containsExactly(1L);
    }

    @Test
    void failsOnceMoreThanHalfAPercentIsExplained() throws IOException {
        log.add(result(1, Outcome.EQUAL, 40, explained(5, 1)));
        assertThat(log.tooMuchIsExplained()).isFalse();
        log.add(result(2, Outcome.EQUAL, 40, explained(6, 0)));
        assertThat(log.tooMuchIsExplained()).isTrue();
        assertThat(new SeedLog(file, Generator.FORWARDING, "def").tooMuchIsExplained())
                .isTrue();
    }

    @Test
    void countsStateApartFromFrames() throws IOException {
        log.add(result(1, Outcome.EQUAL, 40, explained(0, 2)));
        assertThat(log.tooMuchIsExplained()).isTrue();
    }
}
