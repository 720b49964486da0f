package io.ringway.conformance.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Both sides of the model's NAT are the kernel's where real programs talked through it, among them a real Docker daemon's:
 * the golden cases that hold such a recording, and those of {@code recordings}, which a lab alone does not reproduce. What the kernel
 * decided at random is left to {@link RandomEndpointTest}.
 */
class RealTrafficTest {
    static List<GoldenCase> cases() throws IOException {
        List<GoldenCase> cases = new ArrayList<>(GoldenCaseTest.cases());
        cases.addAll(GoldenCase.all(Path.of("recordings")));
        return cases.stream()
                .filter(RealRecording::isIn)
                .filter(golden -> !golden.name().equals(RandomEndpointTest.SERVICE.name()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isTranslatedAsByTheKernel(GoldenCase golden) throws IOException {
        assertThat(RealTraffic.differences(golden)).as(golden.name()).isEmpty();
    }
}
