package io.ringway.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringway.engine.Network;
import io.ringway.engine.core.Kernel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every lab in this repository can be read and run. */
class ExampleLabsTest {
    @TestFactory
    List<DynamicTest> everyLabRuns() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Path folder : List.of(Path.of("../examples"), Path.of("../conformance/src/test/labs"))) {
            for (Path file : labs(folder)) {
                tests.add(DynamicTest.dynamicTest(file.toString(), () -> runs(file)));
            }
        }
        return tests;
    }

    private static List<Path> labs(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.find(folder, 3, (path, about) -> path.endsWith("lab.sh"))) {
            return files.sorted().toList();
        }
    }

    private static void runs(Path file) {
        Network network = new Network(new Kernel(1));
        new LabRunner(network).run(Lab.read(List.of(file)));
        assertThat(new StateReport(network).json()).contains("\"link\"");
    }
}
