package io.ringway.conformance.expect;

import io.ringway.conformance.expect.ExpectReport.Changed;
import io.ringway.conformance.expect.ExpectReport.Odd;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What {@code --expect-out} found, for people: the first of each kind. */
public final class ExpectText {
    private static final int SHOWN = 10;

    private ExpectText() {}

    /** A line of sums, then what differs. */
    public static List<String> lines(ExpectReport report) {
        List<String> lines = new ArrayList<>();
        String excused = report.excused().isEmpty()
                ? ""
                : report.excused().entrySet().stream()
                        .map(rule -> rule.getValue() + " x " + rule.getKey())
                        .collect(Collectors.joining(", ", "; left to chance: ", ""));
        lines.add(report.interfaceName() + " against " + report.file() + ": " + report.captured() + " frames captured, "
                + report.model() + " in the model; " + report.same() + " the same"
                + (report.recut() > 0
                        ? " (" + report.recut() + " of them cut differently, " + report.recutModel()
                                + " in the model), "
                        : ", ")
                + report.changed().size() + " changed, " + report.missing().size() + " missing, "
                + report.extra().size() + " extra, " + report.reordered().size() + " in another order" + excused);
        for (Changed changed : first(report.changed())) {
            lines.add("  changed: frame " + changed.number() + ", the model's " + changed.modelNumber() + ": "
                    + changed.frame());
            changed.fields()
                    .forEach(field -> lines.add(
                            "    " + field.name() + ": captured " + field.captured() + ", model " + field.model()));
        }
        odd(lines, "missing: frame ", report.missing());
        odd(lines, "extra: the model's frame ", report.extra());
        odd(lines, "in another order: frame ", report.reordered());
        if (Math.max(
                        Math.max(report.changed().size(), report.missing().size()),
                        Math.max(report.extra().size(), report.reordered().size()))
                > SHOWN) {
            lines.add("  the first " + SHOWN + " of each kind (--json has all)");
        }
        return lines;
    }

    private static void odd(List<String> lines, String kind, List<Odd> frames) {
        first(frames).forEach(one -> lines.add("  " + kind + one.number() + ": " + one.frame()));
    }

    private static <T> List<T> first(List<T> all) {
        return all.subList(0, Math.min(SHOWN, all.size()));
    }
}
