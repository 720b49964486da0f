package io.ringway.conformance.random;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How often each pair of a feature and a drop reason was met, over all runs; kept in a file between them. Beside them, in
 * how many seeds each of the two was there at all ({@link #ALL} stands for the other one), and of kinds of traffic, how
 * many frames there were ({@link #FRAMES} stands for the reason) and what befell {@link #ANY_FRAME}.
 */
final class Coverage {
    static final String ALL = "*";
    static final String FRAMES = "**";
    static final String ANY_FRAME = "any frame";
    private static final String HEADER = "feature\treason\ttimes";

    private final Path file;
    private final Map<String, Long> met = new TreeMap<>();

    Coverage(Path file) throws IOException {
        this.file = file;
        if (Files.exists(file)) {
            List<String> lines = Files.readAllLines(file);
            for (String line : lines.subList(1, lines.size())) {
                String[] fields = line.split("\t", -1);
                met.put(pair(fields[0], fields[1]), Long.parseLong(fields[2]));
            }
        }
    }

    private static String pair(String feature, String reason) {
        return feature + "|" + reason;
    }

    void add(SeedResult result) {
        Set<String> reasons = new HashSet<>();
        result.met().forEach((pair, times) -> {
            met.merge(pair, times, Long::sum);
            reasons.add(pair.substring(pair.indexOf('|') + 1));
        });
        reasons.remove(FRAMES);
        reasons.forEach(reason -> met.merge(pair(ALL, reason), 1L, Long::sum));
        result.features().forEach(feature -> met.merge(pair(feature, ALL), 1L, Long::sum));
        met.merge(pair(ALL, ALL), 1L, Long::sum);
    }

    long times(String feature, String reason) {
        return met.getOrDefault(pair(feature, reason), 0L);
    }

    /** How often, in seeds or among frames, the two would meet if they had nothing to do with each other. */
    double expected(String feature, String reason) {
        long frames = times(feature, FRAMES);
        if (frames > 0) {
            return (double) frames * times(ANY_FRAME, reason) / times(ANY_FRAME, FRAMES);
        }
        return (double) times(feature, ALL) * times(ALL, reason) / Math.max(1, times(ALL, ALL));
    }

    /** Every feature that was drawn. */
    Set<String> features() {
        Set<String> features = new TreeSet<>();
        for (String pair : met.keySet()) {
            features.add(pair.substring(0, pair.indexOf('|')));
        }
        features.remove(ALL);
        return features;
    }

    void write() throws IOException {
        List<String> lines = new ArrayList<>(List.of(HEADER));
        met.forEach((pair, times) -> lines.add(pair.replace('|', '\t') + "\t" + times));
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, lines);
    }
}
