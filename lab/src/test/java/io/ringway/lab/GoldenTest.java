package io.ringway.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringway.engine.Network;
import io.ringway.engine.core.Kernel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the commands print and exit with is what {@code src/test/kernel/record.sh} saw the real tools print. Not
 * compared: round trip times, which are 0 in virtual time, what is left of timers, and empty lines.
 */
class GoldenTest {
    private static final Path FOLDERS = Path.of("src/test/resources/golden");

    static List<Path> folders() throws IOException {
        try (Stream<Path> all = Files.list(FOLDERS)) {
            return all.filter(Files::isDirectory).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("folders")
    void printsWhatTheToolsPrint(Path folder) throws IOException {
        String expected = Files.readString(folder.resolve("expected.txt"));
        String printed = transcript(folder);
        if (folder.getFileName().toString().startsWith("conntrack-")) {
            assertThat(FlowLines.normal(printed)).isEqualTo(FlowLines.normal(normal(expected)));
        } else {
            assertThat(printed).isEqualTo(normal(expected));
        }
    }

    /** What the model prints for the lab of a folder. */
    static String transcript(Path folder) throws IOException {
        return normal(Transcript.of(Files.readString(folder.resolve("lab.sh"))));
    }

    static String normal(String transcript) {
        return transcript
                .replaceAll("time=[0-9.]+ ms", "time=T ms")
                .replaceAll("time (\\d*?)\\d{1,3}ms", "time $1…ms")
                .replaceAll("= [0-9./]+ ms", "= T ms")
                .replaceAll("(gc|forward_delay)_timer(\"?:?) *(?!0\\.00)\\d+\\.\\d+", "$1_timer$2 T")
                .replaceAll("(expires\\W+)(59[0-9]|600)", "$1…")
                .replaceAll("\n\n+", "\n");
    }

    /** A lab run line by line, each refusal printed as its tool would and the next line run nevertheless. */
    private static final class Transcript {
        private final LabRunner runner = new LabRunner(new Network(new Kernel(1)));
        private final StringBuilder text = new StringBuilder();

        static String of(String lab) {
            Transcript transcript = new Transcript();
            StringBuilder heredoc = new StringBuilder();
            for (String line : lab.split("\n", -1)) {
                if (!heredoc.isEmpty() || line.endsWith("<<EOF")) {
                    heredoc.append(heredoc.isEmpty() ? "" : "\n").append(line);
                    if (line.equals("EOF")) {
                        transcript.run(heredoc.toString());
                        heredoc.setLength(0);
                    }
                } else if (!line.isBlank()) {
                    transcript.run(line);
                }
            }
            return transcript.text.toString();
        }

        private void run(String line) {
            text.append("$ ").append(line).append('\n');
            int exitCode = 0;
            try {
                for (LabCommand command : Lab.parse("lab.sh", line).commands()) {
                    CommandResult result = runner.run(command);
                    text.append(result.stdout()).append(result.stderr());
                    exitCode = result.exitCode();
                }
            } catch (LabException refused) {
                text.append(refused.words()).append('\n');
                exitCode = refused.exitCode();
            }
            if (exitCode != 0) {
                text.append("exit ").append(exitCode).append('\n');
            }
        }
    }
}
