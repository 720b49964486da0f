package io.ringway.conformance.random;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** The log of all runs, a line for each run of a seed, in a file that is only ever added to. */
final class SeedLog {
    private static final String HEADER = "seed\tgenerator\tcommit\tverdict\tinjected\tcrossed\tframes\titems"
            + "\texcused\texplained frames\texplained items\texplanations\tkind";

    /** Of a thousand frames, or items of state, so many may be explained. */
    private static final int MOST_EXPLAINED = 5;

    private final Path file;
    private final Generator generator;
    private final String commit;
    private final SortedMap<Long, SeedLine> latest = new TreeMap<>();
    private final Set<Long> failed = new TreeSet<>();

    SeedLog(Path file, Generator generator, String commit) throws IOException {
        this.file = file;
        this.generator = generator;
        this.commit = commit;
        if (!Files.exists(file)) {
            Files.write(file, List.of(HEADER));
        }
        List<String> lines = Files.readAllLines(file);
        for (String line : lines.subList(1, lines.size())) {
            SeedLine read = SeedLine.read(line);
            if (read.generator() == generator.version()) {
                take(read);
            }
        }
    }

    private void take(SeedLine line) {
        latest.put(line.seed(), line);
        if (line.verdict().equals("differs") || line.verdict().equals(Outcome.LOST)) {
            failed.add(line.seed());
        }
    }

    void add(SeedResult result) throws IOException {
        SeedLine line = SeedLine.of(result, generator.version(), commit);
        Files.writeString(file, line.text() + "\n", StandardOpenOption.APPEND);
        take(line);
    }

    /** Those that were never run. */
    List<Long> fresh(int count) {
        List<Long> seeds = new ArrayList<>();
        for (long seed = 1; seeds.size() < count; seed++) {
            if (!latest.containsKey(seed)) {
                seeds.add(seed);
            }
        }
        return seeds;
    }

    boolean isKnown(long seed) {
        return latest.containsKey(seed);
    }

    /** Every seed that differed or was lost at any time. */
    List<Long> failed() {
        return new ArrayList<>(failed);
    }

    /** The last run of each seed, in their order. */
    Collection<SeedLine> latest() {
        return latest.values();
    }

    /** Seeds whose last run was equal, with enough frames that crossed two devices. */
    long counted() {
        return latest().stream()
                .filter(line -> line.verdict().equals(Outcome.EQUAL))
                .count();
    }

    /** Whether more of the frames, or of the items, are explained than may be. */
    boolean tooMuchIsExplained() {
        long frames = 0;
        long items = 0;
        long explainedFrames = 0;
        long explainedItems = 0;
        for (SeedLine line : latest()) {
            frames += line.frames();
            items += line.items();
            explainedFrames += line.explainedFrames();
            explainedItems += line.explainedItems();
        }
        return explainedFrames * 1000 > frames * MOST_EXPLAINED || explainedItems * 1000 > items * MOST_EXPLAINED;
    }
}
