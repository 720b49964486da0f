package io.ringway.conformance.random;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringway.conformance.Unsteady;
import io.ringway.conformance.Untested;
import io.ringway.conformance.kernel.ThrowAwayWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A few seeds of the random tester in every check; conformance/random/run takes more. */
class RandomDifferentialIT {
    private static final List<Long> SEEDS = List.of(1L, 2L, 3L, 4L);
    private static final String PLANT = "ringway.random.plant";
    private static final String SHRINK = "ringway.random.shrink";

    @TempDir
    private Path findings;

    @BeforeEach
    void needsTheKernel() {
        Untested.unlessKernelJudges(RandomDifferentialIT.class);
    }

    @AfterEach
    void plantNothingMore() {
        System.clearProperty(PLANT);
        System.clearProperty(SHRINK);
    }

    @ParameterizedTest
    @EnumSource(Generator.class)
    void isLikeTheKernel(Generator generator) throws InterruptedException {
        for (SeedResult result : run(generator, SEEDS, false)) {
            if (!isLikeTheKernel(result)) {
                // What is the model's fault comes back.
                run(generator, Collections.nCopies(Unsteady.AGAIN, result.seed()), false)
                        .forEach(RandomDifferentialIT::requireLikeTheKernel);
                Unsteady.tell(RandomDifferentialIT.class, result.line());
                continue;
            }
            requireLikeTheKernel(result);
        }
    }

    private static boolean isLikeTheKernel(SeedResult result) {
        return result.verdict().equals(Outcome.EQUAL) || result.verdict().equals("few");
    }

    private static void requireLikeTheKernel(SeedResult result) {
        assertThat(result.verdict()).as(result.line()).isIn(Outcome.EQUAL, "few");
        assertThat(result.frames()).isPositive();
    }

    @Test
    void findsAPlantedFaultOfTranslation() throws InterruptedException {
        System.setProperty(PLANT, "MASQUERADE>RETURN");
        assertThat(run(Generator.NAT, SEEDS, false))
                .anyMatch(result -> result.verdict().equals("differs"));
    }

    @Test
    void findsAPlantedFaultAndShrinksItToAHandfulOfFrames() throws InterruptedException, IOException {
        System.setProperty(PLANT, "net.ipv4.ip_forward=1>net.ipv4.ip_forward=0");
        System.setProperty(SHRINK, "8");
        List<SeedResult> results = run(Generator.FORWARDING, SEEDS, true);
        SeedResult found = results.stream()
                .filter(result -> result.verdict().equals("differs"))
                .findFirst()
                .orElseThrow();
        Path folder = Path.of(found.folder());
        assertThat(folder.resolve("lab.sh")).content().contains("net.ipv4.ip_forward=1");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.filter(file -> file.toString().endsWith(".pcap"))).hasSizeLessThan(4);
        }
    }

    private List<SeedResult> run(Generator generator, List<Long> seeds, boolean shrink) throws InterruptedException {
        List<SeedResult> results = new ArrayList<>();
        List<String> arguments = List.of(findings.toString(), Boolean.toString(shrink), generator.name());
        new Workers(1, ThrowAwayWorld.builder(SeedWorker.class, arguments), new Workers.Limits(120, 120))
                .run(seeds, results::add);
        assertThat(results).hasSize(seeds.size());
        return results;
    }
}
