package io.ringway.pcap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Assumptions;

/** Says loudly, and to the file that {@code ./check} shows, what could not be tested on this machine. */
final class Untested {
    private Untested() {}

    static void abort(Class<?> suite, String reason) {
        String line = suite.getSimpleName() + ": " + reason;
        System.err.println("NOT TESTED: " + line);
        String file = System.getProperty("ringway.skipped.file");
        if (file != null) {
            try {
                Files.writeString(Path.of(file), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        Assumptions.abort(line);
    }
}
