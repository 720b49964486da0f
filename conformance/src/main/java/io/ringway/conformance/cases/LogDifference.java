package io.ringway.conformance.cases;

import java.util.List;

/** The first line in which what rules logged differs. */
final class LogDifference {
    private LogDifference() {}

    static String between(List<String> kernel, List<String> model) {
        int at = 0;
        while (at < kernel.size() && at < model.size() && kernel.get(at).equals(model.get(at))) {
            at++;
        }
        return "line " + (at + 1) + " of the log: kernel " + line(kernel, at) + ", model " + line(model, at);
    }

    private static String line(List<String> lines, int at) {
        return at < lines.size() ? "\"" + lines.get(at) + "\"" : "has only " + lines.size();
    }
}
