package io.ringway.conformance.random;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The log of all runs, a line for each run of a seed, in a file that is only ever added to. */
final class SeedLog {
    private static final String HEADER = "seed\tgenerator\tcommit\tverdict\tinjected\tcrossed\tcompared\tkind";

    private final Path file;
    private final String commit;
    private final Set<Long> known = new TreeSet<>();
    private final Set<Long> failed = new TreeSet<>();
    private final Set<Long> counted = new TreeSet<>();

    SeedLog(Path file, String commit) throws IOException {
        this.file = file;
        this.commit = commit;
        if (!Files.exists(file)) {
            Files.write(file, List.of(HEADER));
        }
        List<String> lines = Files.readAllLines(file);
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split("\t", -1);
            if (Integer.parseInt(fields[1]) == Generator.VERSION) {
                take(Long.parseLong(fields[0]), fields[3]);
            }
        }
    }

    private void take(long seed, String verdict) {
        known.add(seed);
        counted.remove(seed);
        if (verdict.equals("differs") || verdict.equals(Outcome.LOST)) {
            failed.add(seed);
        } else if (verdict.equals(Outcome.EQUAL)) {
            counted.add(seed);
        }
    }

    void add(SeedResult result) throws IOException {
        List<String> fields = new ArrayList<>();
        fields.add(Long.toString(result.seed()));
        fields.add(Integer.toString(Generator.VERSION));
        fields.add(commit);
        fields.add(result.verdict());
        fields.add(Long.toString(result.injected()));
        fields.add(Long.toString(result.crossed()));
        fields.add(Long.toString(result.frames()));
        fields.add(result.kind().replace('\t', ' ').replace('\n', ' '));
        Files.writeString(file, String.join("\t", fields) + "\n", StandardOpenOption.APPEND);
        take(result.seed(), result.verdict());
    }

    /** Those that were never run. */
    List<Long> fresh(int count) {
        List<Long> seeds = new ArrayList<>();
        for (long seed = 1; seeds.size() < count; seed++) {
            if (!known.contains(seed)) {
                seeds.add(seed);
            }
        }
        return seeds;
    }

    boolean isKnown(long seed) {
        return known.contains(seed);
    }

    /** Every seed that differed or was lost at any time. */
    List<Long> failed() {
        return new ArrayList<>(failed);
    }

    /** Seeds whose last run was equal, with enough frames that crossed two devices. */
    int counted() {
        return counted.size();
    }
}
