package io.ringway.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ringway.conformance.compare.Rules;
import io.ringway.conformance.expect.ExpectComparison;
import io.ringway.conformance.expect.ExpectJson;
import io.ringway.conformance.expect.ExpectReport;
import io.ringway.conformance.expect.ExpectText;
import io.ringway.conformance.expect.ExpectedCapture;
import io.ringway.replay.Ringway;
import io.ringway.replay.request.ReplayException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** With what the outcome of a replay is compared. */
final class VerdictOptions {
    @Option(
            names = "--against",
            arity = "1..*",
            paramLabel = "LAB",
            description = "Replay through this model, too, and list the conversations that fare otherwise there.")
    private List<Path> against = new ArrayList<>();

    @Option(
            names = "--expect-out",
            paramLabel = "NS:IF=FILE[,in|out]",
            converter = CaptureOption.Converter.class,
            description = "Compare what the model shows there with what was really captured there; repeatable.")
    private List<CaptureOption> expected = new ArrayList<>();

    @Option(
            names = "--no-promiscuous-mode",
            description =
                    "The captures of --expect-out were taken by tcpdump -p: a bridge shows only what is for the host.")
    private boolean passive;

    private final List<ExpectedCapture> captures = new ArrayList<>();
    private final Rules rules = new Rules();

    /** Reads what is expected, and has the model observed. */
    void applyTo(Ringway ringway) throws IOException {
        for (CaptureOption one : expected) {
            ExpectedCapture capture =
                    new ExpectedCapture(one.interfaceName(), one.file(), ConformCommand.direction(one));
            captures.add(capture);
            ringway.observe(one.interfaceName(), !passive, capture);
        }
        if (!expected.isEmpty()) {
            ringway.watchDraws(rules.drawnPorts()::add);
        }
    }

    boolean expects() {
        return !expected.isEmpty();
    }

    /**
     * After the run: prints behind the report how the model differs from what was captured.
     *
     * @param report as JSON; null where it was printed for people
     * @return whether nothing differs
     */
    boolean judge(String report, PrintWriter out) throws IOException {
        List<ExpectReport> reports = captures.stream()
                .map(capture -> ExpectComparison.of(capture, rules))
                .toList();
        if (report == null) {
            out.println();
            reports.forEach(one -> ExpectText.lines(one).forEach(out::println));
        } else {
            ObjectMapper mapper = new ObjectMapper();
            ObjectNode root = (ObjectNode) mapper.readTree(report);
            root.set("expect_out", ExpectJson.of(reports));
            out.println(mapper.writerWithDefaultPrettyPrinter().writeValueAsString(root));
        }
        out.flush();
        return reports.stream().allMatch(ExpectReport::passed);
    }

    /** Before anything is read. */
    void check(List<CaptureOption> inputs) {
        if (!against.isEmpty() && inputs.stream().anyMatch(input -> Path.of("-").equals(input.file()))) {
            throw ReplayException.usage("--against: standard input can be read only once, not for two models");
        }
        if (!against.isEmpty() && expects()) {
            throw ReplayException.usage("the '--against' and '--expect-out' options conflict");
        }
    }

    /** Files of the other model; empty where there is none. */
    List<Path> against() {
        return against;
    }
}
