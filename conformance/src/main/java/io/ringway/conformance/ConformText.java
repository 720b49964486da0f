package io.ringway.conformance;

import io.ringway.conformance.compare.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A report for people. */
public final class ConformText {
    private static final int MOST_DIFFERENCES = 40;

    private ConformText() {}

    public static List<String> lines(ConformReport report) {
        List<String> lines = new ArrayList<>();
        lines.add(report.commands() + " commands run and " + report.injected() + " frames injected on both sides"
                + (report.refused() == 0 ? "" : ", " + report.refused() + " of them refused by the interface"));
        tallies(lines, "frames", report.frames());
        tallies(lines, "state", report.state());
        report.excused().forEach((rule, times) -> lines.add("excused " + times + " times: " + rule));
        report.warnings().forEach(warning -> lines.add("note: " + warning));
        List<String> differences = report.differences();
        differences.stream().limit(MOST_DIFFERENCES).forEach(one -> lines.add("DIFFERENT: " + one));
        if (differences.size() > MOST_DIFFERENCES) {
            lines.add("and " + (differences.size() - MOST_DIFFERENCES) + " more");
        }
        lines.addAll(report.firstFrame());
        lines.add(verdict(report));
        return lines;
    }

    private static void tallies(List<String> lines, String what, Map<String, Tally> tallies) {
        tallies.forEach((name, tally) -> lines.add(
                String.format("%-7s %-28s %7d compared, %5d differ", what, name, tally.compared(), tally.differing())));
    }

    private static String verdict(ConformReport report) {
        String compared =
                report.comparedFrames() + " frames and " + report.comparedItems() + " items of state compared";
        if (report.comparedFrames() == 0) {
            return "nothing was compared";
        }
        if (report.undecided() > 0) {
            compared += ", " + report.undecided() + " undecided (too near to a timer)";
        }
        if (report.differences().isEmpty()) {
            return compared + ", no difference";
        }
        return compared + ": " + report.differingFrames() + " frames and " + report.differingItems() + " items differ";
    }
}
