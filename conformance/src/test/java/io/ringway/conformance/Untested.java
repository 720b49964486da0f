package io.ringway.conformance;

import io.ringway.conformance.kernel.ThrowAwayWorld;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** Says loudly, and to the file that {@code ./check} shows, what could not be tested on this machine. */
public final class Untested {
    private static final List<String> PROGRAMS =
            List.of("setpriv", "unshare", "mount", "ip", "bridge", "iptables", "iptables-save", "conntrack", "nft");

    private Untested() {}

    /** Aborts the test unless this machine's kernel can judge. */
    public static void unlessKernelJudges(Class<?> suite) {
        if (!ThrowAwayWorld.isRoot()) {
            abort(suite, "needs root, for namespaces");
        }
        unlessInstalled(suite, PROGRAMS.toArray(String[]::new));
    }

    /** Aborts the test unless this machine has those programs. */
    public static void unlessInstalled(Class<?> suite, String... programs) {
        for (String program : programs) {
            boolean found = List.of("/usr/sbin", "/usr/bin", "/sbin", "/bin").stream()
                    .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
            if (!found) {
                abort(suite, "needs " + program);
            }
        }
    }

    private static void abort(Class<?> suite, String reason) {
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
