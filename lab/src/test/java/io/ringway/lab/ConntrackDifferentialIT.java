package io.ringway.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The recorded sessions of {@code conntrack} once more, with the tool and the kernel of this machine. */
class ConntrackDifferentialIT {
    private static final Path FOLDERS = Path.of("src/test/resources/golden");

    @TestFactory
    List<DynamicTest> theToolAnswersTheSame() throws IOException {
        if (!LabDifferentialIT.canRun() || !Files.isExecutable(Path.of("/usr/sbin/conntrack"))) {
            LabDifferentialIT.sayThatItDidNotRun("ConntrackDifferentialIT: needs root, unshare, ip and conntrack");
            abort("needs root and the real tools");
        }
        try (Stream<Path> folders = Files.list(FOLDERS)) {
            return folders.filter(folder -> folder.getFileName().toString().startsWith("conntrack-"))
                    .sorted()
                    .map(folder -> DynamicTest.dynamicTest(folder.getFileName().toString(), () -> compare(folder)))
                    .toList();
        }
    }

    private static void compare(Path folder) throws Exception {
        Process process = new ProcessBuilder(
                        "unshare",
                        "--net",
                        "--mount",
                        "--pid",
                        "--fork",
                        "--mount-proc",
                        "bash",
                        "src/test/kernel/record.sh",
                        "--inside",
                        folder.toAbsolutePath().toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        process.getOutputStream().close();
        String onKernel = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        assertThat(FlowLines.normal(GoldenTest.transcript(folder)))
                .isEqualTo(FlowLines.normal(GoldenTest.normal(onKernel)));
    }
}
