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
 * Runs in a throw-away world of its own: reads a seed a line, prints a {@link SeedResult} and {@link Workers#READY}, a line
 * each. Arguments: the folder for what differs, whether to shrink it, and the name of the {@link Generator}.
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
        Generator generator = Generator.valueOf(arguments[2]);
        BufferedReader seeds = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        for (String line = seeds.readLine(); line != null; line = seeds.readLine()) {
            run(generator, Long.parseLong(line), findings, shrink);
            say(Workers.READY);
        }
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }

    /** What differs is kept before it is shrunk, which may take longer than anyone waits. */
    private static void run(Generator generator, long seed, Path findings, boolean shrink) throws IOException {
        RandomCase subject = generator.make(seed);
        CaseRun.Told told = CaseRun.told(SCRATCH, subject);
        for (int i = 0; i < RefusedLine.MOST && told.outcome().kind().startsWith(Outcome.VOID); i++) {
            RandomCase without = RefusedLine.leftOut(subject, told.outcome());
            subject = without == null ? subject : without;
            told = without == null ? told : CaseRun.told(SCRATCH, subject);
        }
        subject = told.subject();
        Outcome outcome = told.outcome();
        if (!outcome.differs()) {
            say(SeedResult.of(seed, subject, outcome, "").line());
            return;
        }
        Path folder = findings.resolve("seed-" + seed);
        CaseFolder.write(folder, subject);
        say(SeedResult.of(seed, subject, outcome, folder.toString()).line());
        if (shrink && SHRUNK.add(outcome.kind())) {
            Shrinker shrinker = new Shrinker(
                    (tried, limitNs) -> CaseRun.run(SCRATCH, tried, limitNs).kind(),
                    better -> CaseFolder.write(folder, better));
            shrinker.shrink(subject, outcome);
        }
    }
}
