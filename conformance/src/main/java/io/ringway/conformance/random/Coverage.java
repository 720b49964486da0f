package io.ringway.conformance.random;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How often each pair of a feature and a drop reason was met, over all runs; kept in a file between them. */
final class Coverage {
    private static final String HEADER = "feature\treason\ttimes";

    private final Path file;
    private final Map<String, Long> met = new TreeMap<>();

    Coverage(Path file) throws IOException {
        this.file = file;
        if (Files.exists(file)) {
            List<String> lines = Files.readAllLines(file);
            for (String line : lines.subList(1, lines.size())) {
                String[] fields = line.split("\t", -1);
                met.put(fields[0] + "|" + fields[1], Long.parseLong(fields[2]));
            }
        }
    }

    void add(SeedResult result) {
        result.met().forEach((pair, times) -> met.merge(pair, times, Long::sum));
    }

    long times(String feature, String reason) {
        return met.getOrDefault(feature + "|" + reason, 0L);
    }

    void write() throws IOException {
        List<String> lines = new ArrayList<>(List.of(HEADER));
        met.forEach((pair, times) -> lines.add(pair.replace('|', '\t') + "\t" + times));
        Files.write(file, lines);
    }
}
