package io.ringway.conformance.random;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.LongStream;

/** What {@code conformance/random/run} was asked for. */
record Options(
        Generator generator,
        List<Long> named,
        int fresh,
        boolean failed,
        int jobs,
        Path log,
        Path findings,
        boolean shrink,
        int lines,
        Workers.Limits limits,
        String commit) {
    private static final int LINES = 12;
    private static final int SEED_S = 240;

    /** Beyond the shrinker's own budget. */
    private static final int SHRINK_SPARE_S = 60;

    static Options read(List<String> arguments) {
        List<Long> named = new ArrayList<>();
        int fresh = 0;
        boolean failed = false;
        int jobs = 2;
        Path home = Path.of(System.getProperty("ringway.home", "."));
        Generator generator = generator(arguments);
        Path log = home.resolve("docs/" + generator.documents() + "-log.tsv");
        Path findings = home.resolve("target/random");
        boolean shrink = true;
        int lines = LINES;
        int seedS = SEED_S;
        for (Iterator<String> words = arguments.iterator(); words.hasNext(); ) {
            String word = words.next();
            switch (word) {
                case "--seed" -> named.add(Long.parseLong(words.next()));
                case "--seeds" -> named.addAll(range(words.next()));
                case "--fresh" -> fresh = Integer.parseInt(words.next());
                case "--failed" -> failed = true;
                case "--jobs" -> jobs = Integer.parseInt(words.next());
                case "--log" -> log = Path.of(words.next());
                case "--findings" -> findings = Path.of(words.next());
                case "--rules", "--nat" -> {}
                case "--as-it-is" -> shrink = false;
                case "--seconds" -> seedS = Integer.parseInt(words.next());
                case "--lines" -> lines = Integer.parseInt(words.next());
                default -> throw new IllegalArgumentException("unknown option " + word);
            }
        }
        return new Options(
                generator,
                named,
                fresh,
                failed,
                jobs,
                log,
                findings.toAbsolutePath(),
                shrink,
                lines,
                limits(seedS),
                System.getProperty("ringway.commit", "unknown"));
    }

    private static Generator generator(List<String> arguments) {
        if (arguments.contains("--nat")) {
            return Generator.NAT;
        }
        return arguments.contains("--rules") ? Generator.RULES : Generator.FORWARDING;
    }

    /** Beside the log; only the forwarding plane's is kept and made a table. */
    Path coverage() {
        return generator == Generator.FORWARDING
                ? log.resolveSibling("random-coverage.tsv")
                : findings.resolve(generator.documents() + "-coverage.tsv");
    }

    /** Why some pairs of a feature and a drop reason are never met. */
    Path coverageReasons() {
        return Path.of(System.getProperty("ringway.home", ".")).resolve("docs/random-coverage-reasons.txt");
    }

    static Workers.Limits limits(int seedS) {
        return new Workers.Limits(seedS, Shrinker.BUDGET_S + SHRINK_SPARE_S);
    }

    private static List<Long> range(String text) {
        String[] ends = text.split("-", 2);
        return LongStream.rangeClosed(Long.parseLong(ends[0]), Long.parseLong(ends[1]))
                .boxed()
                .toList();
    }

    /** Those that were named; a range goes on where it was stopped: what the log has of this commit is not run again. */
    List<Long> seeds(SeedLog log) {
        List<Long> seeds = new ArrayList<>(named);
        if (failed) {
            seeds.addAll(log.failed());
        }
        seeds.addAll(log.fresh(fresh));
        return seeds;
    }
}
