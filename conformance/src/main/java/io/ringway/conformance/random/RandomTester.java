package io.ringway.conformance.random;

import io.ringway.conformance.kernel.ThrowAwayWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The program behind {@code conformance/random/run}, whose head says what the options mean. */
final class RandomTester {
    private final Options options;
    private final SeedLog log;
    private final Coverage coverage;
    private final Map<String, Long> explained = new TreeMap<>();
    private int differing;
    private int done;
    private int total;

    private RandomTester(Options options) throws IOException {
        this.options = options;
        log = new SeedLog(options.log(), options.generator(), options.commit());
        coverage = new Coverage(options.coverage());
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (!ThrowAwayWorld.isRoot()) {
            System.err.println("random tester: needs root, for namespaces");
            System.exit(77);
        }
        System.exit(new RandomTester(Options.read(List.of(arguments))).run());
    }

    private int run() throws IOException, InterruptedException {
        List<Long> seeds = options.seeds(log);
        total = seeds.size();
        List<String> arguments = List.of(
                options.findings().toString(),
                Boolean.toString(options.shrink()),
                options.generator().name());
        new Workers(options.jobs(), ThrowAwayWorld.builder(SeedWorker.class, arguments), options.limits())
                .run(seeds, this::take);
        coverage.write();
        if (options.generator() == Generator.FORWARDING) {
            writeTable();
        }
        System.out.println(
                done + " seeds run, " + differing + " differ; " + log.counted() + " count in " + options.log());
        if (!explained.isEmpty()) {
            System.out.println("explained: " + explained);
        }
        if (log.tooMuchIsExplained()) {
            System.out.println("more than 0.5 % of the frames, or of the state, is only explained");
            return 1;
        }
        return differing == 0 ? 0 : 1;
    }

    /** Beside the coverage; the reasons are those of docs/. */
    private void writeTable() throws IOException {
        CoverageTable table = new CoverageTable(coverage, new CoverageReasons(options.coverageReasons()));
        Files.writeString(options.log().resolveSibling("random-coverage.md"), table.page());
        List<String> unexplained = table.unexplained();
        unexplained.stream().limit(options.lines()).forEach(cell -> System.out.println("    " + cell));
        System.out.println(unexplained.size() + " pairs of a feature and a drop reason never met, without a reason");
    }

    private synchronized void take(SeedResult result) {
        try {
            log.add(result);
            coverage.add(result);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        done++;
        result.excuses().frames().forEach((name, count) -> explained.merge(name + ", frames", count, Long::sum));
        result.excuses().items().forEach((name, count) -> explained.merge(name + ", items", count, Long::sum));
        System.out.printf(
                "%d/%d seed %d: %s, %d frames sent, %d crossed two devices, %d compared: %s%n",
                done,
                total,
                result.seed(),
                result.verdict(),
                result.injected(),
                result.crossed(),
                result.frames(),
                result.kind());
        if (result.verdict().equals(Outcome.LOST)) {
            differing++;
        } else if (result.verdict().equals("differs")) {
            differing++;
            result.details().stream().limit(options.lines()).forEach(line -> System.out.println("    " + line));
            System.out.println("    " + result.folder());
        }
    }
}
