package io.ringway.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.ringway.replay.request.ReplayException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** {@code -} where a file is read: all of standard input, for one of a command's inputs. */
final class StandardInput {
    private static final Path NAME = Path.of("-");

    private StandardInput() {}

    /** Before any of these is read. */
    static void once(Stream<Path> inputs) {
        if (inputs.filter(NAME::equals).count() > 1) {
            throw ReplayException.usage("-: standard input can be read only once");
        }
    }

    static List<String> lines(Path file) throws IOException {
        return file.equals(NAME)
                ? new String(System.in.readAllBytes(), UTF_8).lines().toList()
                : Files.readAllLines(file);
    }
}
