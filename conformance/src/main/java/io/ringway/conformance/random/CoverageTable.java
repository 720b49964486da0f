package io.ringway.conformance.random;

import io.ringway.packet.DropReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The coverage as a page: a row for each feature, a column for each drop reason, and in each empty cell why it is so. */
final class CoverageTable {
    /** Both are there so seldom that they would hardly have met. */
    static final String RARE = "r";

    private static final double SELDOM = 8;
    private static final String HEAD = """
            # Features and drop reasons that random labs met

            How often a frame was dropped for a reason in an event of a lab with that feature, or that a frame of that kind began
            (`conformance/random/run`; what else happens at that moment counts too). Written from `random-coverage.tsv` and
            `random-coverage-reasons.txt` by each run that ends. Columns are numbered; an empty cell has a letter.

            """;

    private final Coverage coverage;
    private final CoverageReasons reasons;

    CoverageTable(Coverage coverage, CoverageReasons reasons) {
        this.coverage = coverage;
        this.reasons = reasons;
    }

    static List<String> columns() {
        return Stream.of(DropReason.values()).map(DropReason::name).toList();
    }

    /** What stands in a cell: a number, a letter, or {@code ?}. */
    String cell(String feature, String reason) {
        long times = coverage.times(feature, reason);
        if (times > 0) {
            return Long.toString(times);
        }
        String letter = reasons.letter(feature, reason);
        if (letter == null && coverage.expected(feature, reason) < SELDOM) {
            return RARE;
        }
        return letter == null ? "?" : letter;
    }

    /** Empty cells that nothing explains, as {@code FEATURE x REASON}. */
    List<String> unexplained() {
        List<String> cells = new ArrayList<>();
        for (String feature : coverage.features()) {
            for (String reason : columns()) {
                if (cell(feature, reason).equals("?")) {
                    cells.add(feature + " x " + reason);
                }
            }
        }
        return cells;
    }

    String page() {
        StringBuilder page = new StringBuilder(HEAD);
        page.append(coverage.times(Coverage.ALL, Coverage.ALL)).append(" seeds. The letters:\n\n");
        for (Map.Entry<String, String> letter : reasons.legend().entrySet()) {
            page.append("- **")
                    .append(letter.getKey())
                    .append("** ")
                    .append(letter.getValue())
                    .append('\n');
        }
        page.append("- **r** rare: from how often each of the two is there, chance would hardly let them meet\n\n");
        List<String> columns = columns();
        page.append("| | reason | seeds |\n|---|---|---|\n");
        for (int i = 0; i < columns.size(); i++) {
            String reason = columns.get(i);
            page.append(String.format("| %d | `%s` | %d |%n", i + 1, reason, coverage.times(Coverage.ALL, reason)));
        }
        page.append("\n| feature | seeds |");
        for (int i = 1; i <= columns.size(); i++) {
            page.append(' ').append(i).append(" |");
        }
        page.append("\n|---|---|").append("---|".repeat(columns.size())).append('\n');
        for (String feature : coverage.features()) {
            page.append("| ")
                    .append(feature)
                    .append(" | ")
                    .append(there(feature))
                    .append(" |");
            columns.forEach(
                    reason -> page.append(' ').append(cell(feature, reason)).append(" |"));
            page.append('\n');
        }
        return page.toString();
    }

    /** How often it was tried: of a kind of traffic the frames, else the seeds. */
    private String there(String feature) {
        long frames = coverage.times(feature, Coverage.FRAMES);
        return frames > 0 ? frames + " frames" : Long.toString(coverage.times(feature, Coverage.ALL));
    }
}
