package io.ringway.conformance.random;

import io.ringway.conformance.kernel.KernelLab;
import io.ringway.conformance.kernel.ThrowAwayWorld;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * Runs in a throw-away world of its own: reads a seed a line, prints a {@link SeedResult} a line. Arguments: the folder
 * for what differs, and whether to shrink it.
 */
final class SeedWorker {
    private static final Path SCRATCH = Path.of("/run/ringway/seed");

    /** One of a kind is enough to look at. */
    private static final Set<String> SHRUNK = new HashSet<>();

    private SeedWorker() {}

    public static void main(String[] arguments) throws IOException {
        if (!ThrowAwayWorld.isInside()) {
            throw new IllegalStateException("outside of a throw-away world");
        }
        // It makes the private /run, where cases are written.
        new KernelLab();
        Path findings = Path.of(arguments[0]);
        boolean shrink = Boolean.parseBoolean(arguments[1]);
        BufferedReader seeds = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        for (String line = seeds.readLine(); line != null; line = seeds.readLine()) {
            System.out.println(run(Long.parseLong(line), findings, shrink).line());
            System.out.flush();
        }
    }

    private static SeedResult run(long seed, Path findings, boolean shrink) throws IOException {
        RandomCase subject = Generator.make(seed);
        Outcome outcome = CaseRun.run(SCRATCH, subject);
        if (!outcome.differs()) {
            return SeedResult.of(seed, subject, outcome, "");
        }
        Path folder = findings.resolve("seed-" + seed);
        RandomCase smallest =
                shrink && SHRUNK.add(outcome.kind()) ? new Shrinker(SCRATCH, outcome).shrink(subject) : subject;
        CaseFolder.write(folder, smallest);
        return SeedResult.of(seed, subject, outcome, folder.toString());
    }
}
