package io.ringway.conformance.random;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Why pairs of a feature and a drop reason are never met, by classes of both: a file of lines {@code class NAME = A, B},
 * {@code LETTER CLASS, CLASS x CLASS, CLASS} and {@code LETTER: why}. A class may be a single name; {@code *} is all.
 */
final class CoverageReasons {
    private final Map<String, Set<String>> classes = new LinkedHashMap<>();
    private final Map<String, String> legend = new LinkedHashMap<>();
    private final List<Line> lines = new ArrayList<>();

    /** One line about cells. */
    private record Line(String text, String letter, Set<String> features, Set<String> reasons) {
        boolean covers(String feature, String reason) {
            return (features.contains(feature) || features.contains(Coverage.ALL))
                    && (reasons.contains(reason) || reasons.contains(Coverage.ALL));
        }
    }

    CoverageReasons(Path file) throws IOException {
        this(Files.readAllLines(file));
    }

    CoverageReasons(List<String> text) {
        for (String line : text) {
            if (line.startsWith("class ")) {
                String[] sides = line.substring("class ".length()).split(" = ", 2);
                classes.put(sides[0], Set.of(sides[1].split(", ", -1)));
            } else if (line.length() > 1 && line.charAt(1) == ':') {
                legend.put(line.substring(0, 1), line.substring(2).strip());
            } else if (!line.isBlank() && !line.startsWith("#")) {
                String[] sides = line.substring(2).split(" x ", 2);
                lines.add(new Line(line, line.substring(0, 1), names(sides[0]), names(sides[1])));
            }
        }
    }

    private Set<String> names(String list) {
        Set<String> names = new HashSet<>();
        for (String name : list.split(", ", -1)) {
            names.addAll(classes.getOrDefault(name, Set.of(name)));
        }
        return names;
    }

    /** The letter of the first line about the cell, null if there is none. */
    String letter(String feature, String reason) {
        for (Line line : lines) {
            if (line.covers(feature, reason)) {
                return line.letter();
            }
        }
        return null;
    }

    /** What each letter means. */
    Map<String, String> legend() {
        return legend;
    }

    /** Every name of a feature or a drop reason that a line speaks of. */
    Set<String> names() {
        Set<String> names = new HashSet<>();
        for (Line line : lines) {
            names.addAll(line.features());
            names.addAll(line.reasons());
        }
        names.remove(Coverage.ALL);
        return names;
    }

    /** Lines that explain no empty cell. */
    List<String> stale(Coverage coverage, List<String> reasons) {
        List<String> stale = new ArrayList<>();
        for (Line line : lines) {
            boolean used = false;
            for (String feature : coverage.features()) {
                used |= reasons.stream()
                        .anyMatch(reason -> line.covers(feature, reason) && coverage.times(feature, reason) == 0);
            }
            if (!used) {
                stale.add(line.text());
            }
        }
        return stale;
    }
}
