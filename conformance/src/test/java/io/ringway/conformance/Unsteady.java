package io.ringway.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Says loudly, and to the file that {@code ./check} shows, what differed from the live kernel once and then, run
 * {@link #AGAIN} times more, did not. A machine that hands its processor away in the middle of a case makes the kernel's
 * timers late; a fault of the model comes back.
 */
public final class Unsteady {
    /** How many more runs have to be like the kernel. */
    public static final int AGAIN = 2;

    private Unsteady() {}

    /** @param what differed, in a line */
    public static void tell(Class<?> suite, String what) {
        String line = suite.getSimpleName() + ": " + what;
        System.err.println("DIFFERED ONCE: " + line);
        String skipped = System.getProperty("ringway.skipped.file");
        if (skipped != null) {
            Path file = Path.of(skipped).resolveSibling("unsteady.txt");
            try {
                Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
