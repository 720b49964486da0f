package io.ringway.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.ringway.conformance.compare.Rules;
import io.ringway.conformance.expect.ExpectComparison;
import io.ringway.conformance.expect.ExpectJson;
import io.ringway.conformance.expect.ExpectReport;
import io.ringway.conformance.expect.ExpectText;
import io.ringway.conformance.expect.ExpectedCapture;
import io.ringway.replay.Ringway;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** What {@code --expect-out} wants of one model, and what it shows. */
final class Expectations {
    private final List<ExpectedCapture> captures = new ArrayList<>();
    private final Rules rules = new Rules();
    private List<ExpectReport> reports = List.of();

    /**
     * Reads the captures, and has the model observed.
     *
     * @param passive whether they were taken by {@code tcpdump -p}
     */
    static Expectations of(Ringway ringway, List<CaptureOption> expected, boolean passive) throws IOException {
        Expectations all = new Expectations();
        for (CaptureOption one : expected) {
            ExpectedCapture capture =
                    new ExpectedCapture(one.interfaceName(), one.file(), ConformCommand.direction(one));
            all.captures.add(capture);
            ringway.observe(one.interfaceName(), !passive, capture);
        }
        if (!expected.isEmpty()) {
            ringway.watchDraws(all.rules.drawnPorts()::add);
        }
        return all;
    }

    /** After the run: whether nothing differs. */
    boolean judge() {
        reports = captures.stream()
                .map(capture -> ExpectComparison.of(capture, rules))
                .toList();
        return reports.stream().allMatch(ExpectReport::passed);
    }

    /** @param model before each interface's line */
    void print(String model, int number, PrintWriter out) {
        List<String> lines = ExpectText.lines(reports.get(number));
        out.println(model + lines.get(0));
        lines.stream().skip(1).forEach(out::println);
    }

    void print(PrintWriter out) {
        for (int i = 0; i < reports.size(); i++) {
            print("", i, out);
        }
    }

    int size() {
        return reports.size();
    }

    ArrayNode json() {
        return ExpectJson.of(reports);
    }
}
